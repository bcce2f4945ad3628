package org.homeline.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.homeline.language.Texts;
import org.homeline.operation.Actor;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Pin;
import org.homeline.operation.Refused;
import org.homeline.phone.Gsm;
import org.homeline.phone.PhoneNumber;
import org.homeline.testing.TestServer;
import org.homeline.time.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plays the dialogues below {@code src/test/resources/conversation/dialogues}: a line that begins with {@code >} is typed,
 * the others are what the phone shows. {@code -Dhomeline.refresh=true} writes them anew from the inputs.
 */
final class EngineTest {
    private static final Path DIALOGUES = Path.of("src/test/resources/conversation/dialogues");
    private static final String TYPED = "> ";

    @TempDir
    static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.onH2(
                Map.of("homeline.config", TestConfiguration.in(folder).toString()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Path> dialogues() throws IOException {
        try (var files = Files.list(DIALOGUES)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("dialogues")
    void everyDialogueGoesAsItIsWritten(Path file) throws IOException {
        var written = Files.readString(file);
        var played = new Play(new PhoneNumber(
                        file.toString().contains("newcomer") ? "+254700000001" : TestOperations.KNOWN + "345678"))
                .of(written.lines().filter(line -> line.startsWith(TYPED)).toList());
        if (Boolean.getBoolean("homeline.refresh")) {
            Files.writeString(file, played);
            return;
        }
        assertThat(played).isEqualTo(written);
    }

    /** One dialogue, the session written and read again between any two steps. */
    private static final class Play {
        private final Engine engine = server.get(Engine.class);
        private final ObjectMapper json = server.get(ObjectMapper.class);
        private final TestOperations operations = new TestOperations(Consent.PIN);
        private final Actor.Caller caller;

        Play(PhoneNumber phone) {
            this.caller = new Actor.Caller(phone, Actor.Channel.USSD);
        }

        String of(List<String> inputs) throws IOException {
            var lines = new ArrayList<String>();
            Step.@Nullable Show shown = null;
            for (var line : inputs) {
                lines.add(line);
                var input = line.substring(TYPED.length());
                shown = show(
                        shown == null
                                ? engine.begin(new UUID(1, 1))
                                : input.equals("(cut off, dials again)")
                                        ? engine.offer(again(shown.session()))
                                        : engine.type(again(shown.session()), input));
                assertThat(Gsm.septets(shown.text())).isBetween(1, Gsm.SCREEN_SEPTETS);
                assertThat(json.writeValueAsString(shown.session())).doesNotContain("2580", "7391");
                lines.add(shown.text());
                if (shown.ends()) {
                    lines.add("(end)");
                }
            }
            return String.join("\n", lines) + "\n";
        }

        private Step.Show show(Step first) throws IOException {
            var step = first;
            while (step instanceof Step.Run run) {
                step = engine.take(again(run.session()), perform(run));
            }
            return (Step.Show) step;
        }

        private Session again(Session session) throws IOException {
            var copy = Objects.requireNonNull(json.readValue(json.writeValueAsString(session), Session.class));
            assertThat(copy).isEqualTo(session);
            return copy;
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
                if (!pin.digits().equals("2580")) {
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
                    server.get(RandomGenerator.class));
        }
    }
}
