package org.homeline.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.homeline.language.Texts;
import org.homeline.operation.Actor;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Pin;
import org.homeline.operation.Readings;
import org.homeline.operation.Refused;
import org.homeline.phone.Gsm;
import org.homeline.phone.PhoneNumber;
import org.homeline.testing.TestServer;
import org.homeline.time.Ids;
import org.jspecify.annotations.Nullable;

/** One dialogue with the small test bank, the session written and read again between any two steps. */
final class Play {
    private static final String PIN = "2580";

    private final TestServer server;
    private final Engine engine;
    private final ObjectMapper json;
    private final TestOperations operations = new TestOperations(Consent.PIN);
    private final Actor.Caller caller;
    private Step.@Nullable Show shown;

    Play(TestServer server, PhoneNumber phone) {
        this.server = server;
        this.engine = server.get(Engine.class);
        this.json = server.get(ObjectMapper.class);
        this.caller = new Actor.Caller(phone, Actor.Channel.USSD);
    }

    Step.Show dial() {
        return show(engine.begin(new UUID(1, 1)));
    }

    Step.Show dialAgain() {
        return show(engine.offer(session()));
    }

    Step.Show type(String input) {
        return show(engine.type(session(), input));
    }

    /** What is kept of the session between two steps. */
    String written() {
        return write(Objects.requireNonNull(shown).session());
    }

    private Step.Show show(Step first) {
        var step = first;
        while (step instanceof Step.Run run) {
            step = engine.take(again(run.session()), perform(run));
        }
        var next = (Step.Show) step;
        assertThat(Gsm.septets(next.text())).isBetween(1, Gsm.SCREEN_SEPTETS);
        shown = next;
        return next;
    }

    private Session session() {
        return again(Objects.requireNonNull(shown).session());
    }

    private Session again(Session session) {
        try {
            var copy = Objects.requireNonNull(json.readValue(write(session), Session.class));
            assertThat(copy).isEqualTo(session);
            return copy;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String write(Session session) {
        try {
            return json.writeValueAsString(session);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Outcome perform(Step.Run run) {
        return perform(operations.find(run.operation()).orElseThrow(), run);
    }

    private <I extends Record, O extends Outcome> Outcome perform(Operation<I, O> operation, Step.Run run) {
        var pin = run.pin();
        if (operation.consent(caller) == Consent.PIN) {
            if (pin == null) {
                return new Refused(Refused.PIN_NEEDED);
            }
            if (!pin.digits().equals(PIN)) {
                return new Refused("pin-wrong", Map.of("left", 2));
            }
        }
        var input = operation.inputs().cast(Inputs.fill(operation, run.given()));
        return switch (operation.decide(input, attempt(operation, pin))) {
            case Decision.Answer<O> answer -> answer.outcome();
            case Decision.Proposal<O> proposal -> proposal.outcome();
        };
    }

    private Attempt attempt(Operation<?, ?> operation, @Nullable Pin pin) {
        return new Attempt(
                operation.name(),
                operation.role(),
                caller,
                "key",
                server.get(Clock.class).instant(),
                pin,
                server.get(Ids.class),
                server.get(Texts.class),
                server.get(RandomGenerator.class),
                new Readings());
    }
}
