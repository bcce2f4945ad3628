package org.homeline.operation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.homeline.database.Durability;
import org.homeline.language.Texts;
import org.homeline.ledger.Books;
import org.homeline.ledger.Commit;
import org.homeline.ledger.Guard;
import org.homeline.ledger.Journal;
import org.homeline.signing.Keys;
import org.homeline.time.Ids;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs operations for actors: a repeated request gets its first answer, policies are asked, the operation decides, the
 * books commit; where something changed under a decision, it is decided again.
 */
@Singleton
public final class Teller {
    private static final Logger LOG = LoggerFactory.getLogger(Teller.class);
    private static final int TRIES = 8;
    private static final byte[] NONE = {};
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(40);

    private final Map<String, Operation<?, ?>> operations = new HashMap<>();
    private final Map<String, Class<?>> outcomes = new HashMap<>();
    private final List<Policy> policies;
    private final Books books;
    private final Durability durability;
    private final Keys keys;
    private final ObjectMapper json;
    private final Clock clock;
    private final Ids ids;
    private final RandomGenerator random;
    private final Texts texts;
    private final MeterRegistry meters;

    Teller(
            List<Operation<?, ?>> operations,
            List<Policy> policies,
            Books books,
            Durability durability,
            Keys keys,
            ObjectMapper json,
            Clock clock,
            Ids ids,
            RandomGenerator random,
            Texts texts,
            MeterRegistry meters) {
        this.policies = policies;
        this.books = books;
        this.durability = durability;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
        this.ids = ids;
        this.random = random;
        this.texts = texts;
        this.meters = meters;
        for (var operation : operations) {
            if (this.operations.put(operation.name(), operation) != null) {
                throw new IllegalStateException("two operations are called " + operation.name());
            }
            for (var outcome : operation.outcomes().getPermittedSubclasses()) {
                outcomes.put(operation.name() + "#" + outcome.getSimpleName(), outcome);
            }
        }
    }

    public Optional<Operation<?, ?>> find(String name) {
        return Optional.ofNullable(operations.get(name));
    }

    public Collection<Operation<?, ?>> operations() {
        return List.copyOf(operations.values());
    }

    public List<Policy> policies() {
        return policies;
    }

    /**
     * Runs an operation.
     *
     * @param name of an operation that exists
     * @param input of its type
     * @param key the same for a request that comes again, and for no other
     * @param pin as given with the request
     * @return one of the operation's outcomes, or {@link Refused}; durable
     */
    public Outcome perform(String name, Record input, Actor actor, String key, @Nullable Pin pin) {
        var operation = operations.get(name);
        if (operation == null) {
            throw new IllegalArgumentException("no operation is called " + name);
        }
        var timer = Timer.start(meters);
        Outcome outcome = performTyped(operation, input, actor, key, pin);
        timer.stop(Timer.builder("homeline.operation")
                .tag("operation", name)
                .tag(
                        "outcome",
                        outcome instanceof Refused refused
                                ? refused.reason()
                                : outcome.getClass().getSimpleName())
                .register(meters));
        return outcome;
    }

    private <I extends Record, O extends Outcome> Outcome performTyped(
            Operation<I, O> operation, Record given, Actor actor, String key, @Nullable Pin pin) {
        var input = operation.inputs().cast(given);
        var content = operation.onlyAnswers() ? NONE : content(operation.name(), input, actor);
        var repeated = operation.onlyAnswers() ? Optional.<Commit.Repeated>empty() : books.find(key, content);
        if (repeated.isPresent()) {
            return replay(operation.name(), key, repeated.get());
        }
        var readings = new Readings();
        var admission = attempt(operation, actor, key, pin, readings);
        for (var policy : policies) {
            var refused = policy.admit(admission, operation.consent(actor));
            if (refused.isPresent()) {
                return seen(refused.get());
            }
        }
        var why = "";
        for (int tries = 1; tries <= TRIES; tries++) {
            var attempt = attempt(operation, actor, key, pin, tries == 1 ? readings : new Readings());
            switch (operation.decide(input, attempt)) {
                case Decision.Answer<O> answer -> {
                    // Decided on what the same request changed a moment ago, it would tell of a failure that was none.
                    var done = operation.onlyAnswers() ? Optional.<Commit.Repeated>empty() : books.find(key, content);
                    return done.isPresent() ? replay(operation.name(), key, done.get()) : seen(answer.outcome());
                }
                case Decision.Proposal<O> proposal -> {
                    if (operation.onlyAnswers()) {
                        throw new IllegalStateException(operation.name() + " only answers, and has proposed something");
                    }
                    switch (commit(operation, attempt, proposal, content)) {
                        case Tried.Ended(var outcome) -> {
                            return outcome;
                        }
                        case Tried.Again(var reason) -> why = reason;
                    }
                }
            }
            LockSupport.parkNanos(random.nextLong(LONGEST_PAUSE.toNanos() * tries / TRIES));
        }
        LOG.warn("{} gave up after {} tries: {}", operation.name(), TRIES, why);
        return new Refused(Refused.BUSY);
    }

    private Attempt attempt(Operation<?, ?> operation, Actor actor, String key, @Nullable Pin pin, Readings readings) {
        return new Attempt(
                operation.name(), operation.role(), actor, key, clock.instant(), pin, ids, texts, random, readings);
    }

    /** What came of one try. */
    private sealed interface Tried {
        record Ended(Outcome outcome) implements Tried {}

        /** It has to be decided again: what it read has changed. */
        record Again(String why) implements Tried {}
    }

    private Tried commit(Operation<?, ?> operation, Attempt attempt, Decision.Proposal<?> proposal, byte[] content) {
        var draft = proposal.draft();
        var guards = new ArrayList<>(draft.guards);
        var otherwise = new HashMap<Guard, Outcome>(draft.guardOutcomes);
        if (proposal.consent() == Consent.PIN && operation.consent(attempt.actor()) != Consent.PIN) {
            for (var policy : policies) {
                var refused = policy.admit(attempt, proposal.consent());
                if (refused.isPresent()) {
                    return new Tried.Ended(seen(refused.get()));
                }
            }
        }
        for (var policy : policies) {
            switch (policy.review(attempt, proposal)) {
                case Policy.Ruling.Denied denied -> {
                    return new Tried.Ended(seen(denied.refused()));
                }
                case Policy.Ruling.Allowed allowed ->
                    allowed.conditions().forEach(condition -> {
                        guards.add(condition.guard());
                        otherwise.put(condition.guard(), condition.otherwise());
                    });
            }
        }
        var journal = new Journal(
                ids.next(),
                attempt.key(),
                content,
                operation.name(),
                attempt.actor().label(),
                attempt.now(),
                draft.opens,
                List.of(),
                draft.transfers,
                guards,
                draft.rows,
                draft.messages,
                draft.facts,
                keys.seal(write(proposal.outcome()), bytes(attempt.key())));
        return switch (books.commit(journal)) {
            case Commit.Done done -> new Tried.Ended(proposal.outcome());
            case Commit.Repeated repeated -> new Tried.Ended(replay(operation.name(), attempt.key(), repeated));
            case Commit.Conflict(var why) -> new Tried.Again(why);
            case Commit.Guarded guarded ->
                unlessBusy(
                        java.util.Objects.requireNonNull(otherwise.get(guarded.guard())),
                        guarded.guard().name());
            case Commit.Refused refused -> {
                var outcome = draft.refusals.get(refused.index()).get(refused.refusal());
                if (outcome == null) {
                    throw new IllegalStateException("%s did not expect the ledger to refuse transfer %d with %s"
                            .formatted(operation.name(), refused.index(), refused.refusal()));
                }
                yield unlessBusy(outcome, "transfer " + refused.index() + " " + refused.refusal());
            }
        };
    }

    /** Somebody else came first where a draft says {@link Refused#BUSY}: what it read has changed. */
    private static Tried unlessBusy(Outcome outcome, String why) {
        return outcome instanceof Refused refused && refused.reason().equals(Refused.BUSY)
                ? new Tried.Again(why)
                : new Tried.Ended(outcome);
    }

    /** An answer that rests on what was read alone: it may leave once that is durable. */
    private <O extends Outcome> O seen(O answer) {
        durability.awaitSeen();
        return answer;
    }

    private Outcome replay(String operation, String key, Commit.Repeated repeated) {
        if (!repeated.sameContent()) {
            return new Refused(Refused.KEY_REUSED);
        }
        var written = new String(keys.open(repeated.outcome(), bytes(key)), StandardCharsets.UTF_8);
        int split = written.indexOf('\n');
        var type = outcomes.get(operation + "#" + written.substring(0, split));
        if (type == null) {
            throw new IllegalStateException(operation + " no longer has the outcome " + written.substring(0, split));
        }
        try {
            return (Outcome) java.util.Objects.requireNonNull(json.readValue(written.substring(split + 1), type));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The name of the outcome's record, a line break, its components as JSON. */
    private byte[] write(Outcome outcome) {
        try {
            return bytes(outcome.getClass().getSimpleName() + "\n" + json.writeValueAsString(outcome));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private byte[] content(String operation, Record input, Actor actor) {
        try {
            return keys.code(Keys.Use.CONTENT, bytes(operation), bytes(actor.label()), json.writeValueAsBytes(input));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
