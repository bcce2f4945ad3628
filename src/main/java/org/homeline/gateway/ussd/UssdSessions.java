package org.homeline.gateway.ussd;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.homeline.conversation.Conversations;
import org.homeline.customer.Countries;
import org.homeline.language.Language;
import org.homeline.language.Texts;
import org.homeline.operation.Actor;
import org.homeline.phone.PhoneNumber;
import org.homeline.signing.Keys;
import org.homeline.time.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes each step of each phone once. A callback that comes again, late, or from another session hears the current answer
 * and changes nothing; what a step does to money is keyed by session and step, so that also two nodes at once, or a node
 * that died between doing and keeping, do it once.
 */
@Singleton
public final class UssdSessions {
    /** How long after its last step a session is kept, and offered on the next dial. */
    static final Duration KEPT = Duration.ofMinutes(5);
    /** How often a step is taken anew because another node took one at the same moment. */
    private static final int TRIES = 4;

    private static final Argument<Kept> KEPT_TYPE = Argument.of(Kept.class);
    private static final Logger LOG = LoggerFactory.getLogger(UssdSessions.class);

    private final Conversations conversations;
    private final SessionTable table;
    private final Turns turns = new Turns();
    private final Keys keys;
    /** Knows how one type is written, so that it need not be looked up at each step. */
    private final JsonMapper json;

    private final Texts texts;
    private final Clock clock;
    private final Ids ids;
    private final Countries countries;

    UssdSessions(
            Conversations conversations,
            SessionTable table,
            Keys keys,
            ObjectMapper json,
            Texts texts,
            Clock clock,
            Ids ids,
            Countries countries) {
        this.conversations = conversations;
        this.table = table;
        this.keys = keys;
        this.json = json.createSpecific(KEPT_TYPE);
        this.texts = texts;
        this.clock = clock;
        this.ids = ids;
        this.countries = countries;
    }

    /**
     * The answer to a callback; never throws.
     *
     * @param sessionId the provider's; another number's session of the same id is another session
     * @param text all inputs so far, joined by {@code *}; empty at the dial
     */
    public Answer answer(String sessionId, PhoneNumber phone, String text) {
        return answer(sessionId, phone, text, language -> {});
    }

    /** @param speaks hears the person's language as soon as it is known, before there is an answer */
    public Answer answer(String sessionId, PhoneNumber phone, String text, Consumer<Language> speaks) {
        try (var turn = turns.await(phone, sessionId)) {
            return turn.isMine() ? step(sessionId, phone, text, speaks) : unavailable(likely(phone));
        } catch (RuntimeException failure) {
            return failed(failure, likely(phone));
        }
    }

    /** The language to begin with: that of the phone's country. */
    public Language likely(PhoneNumber phone) {
        return countries.find(phone.region()).map(Countries.Country::language).orElse(Language.ENGLISH);
    }

    /** What to say where no answer came in time. */
    public Answer unavailable(Language language) {
        return new Answer(texts.say(language, "conversation.unavailable", Map.of()), true);
    }

    private Answer step(String sessionId, PhoneNumber phone, String text, Consumer<Language> speaks) {
        for (int tries = 0; tries < TRIES; tries++) {
            var row = table.find(phone, sessionId, clock.instant());
            var answer = row.isPresent() ? next(row.get(), text, speaks) : first(sessionId, phone, text);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return unavailable(likely(phone));
    }

    /** A dial, or a callback of a session that is not known any more: its inputs are passed over. */
    private Optional<Answer> first(String sessionId, PhoneNumber phone, String text) {
        var dropped =
                text.isEmpty() ? table.latestResumable(phone, clock.instant()) : Optional.<SessionTable.Row>empty();
        if (dropped.isPresent()) {
            var kept = open(dropped.get());
            var leave = new Kept(kept.session(), kept.answer(), true, false);
            if (!table.update(row(dropped.get(), dropped.get().handled(), leave))) {
                return Optional.empty();
            }
            return insert(sessionId, phone, text, Kept.of(conversations.offer(kept.session())));
        }
        return insert(sessionId, phone, text, Kept.of(conversations.begin(ids.next(), caller(phone))));
    }

    private Optional<Answer> insert(String sessionId, PhoneNumber phone, String text, Kept kept) {
        var row = new SessionTable.Row(
                phone,
                sessionId,
                0,
                Handled.of(keys, sessionId, text),
                seal(kept, phone, sessionId),
                kept.resumable(),
                clock.instant().plus(KEPT));
        return table.insert(row) ? Optional.of(kept.repeat()) : Optional.empty();
    }

    /** Empty where somebody else took a step meanwhile. */
    private Optional<Answer> next(SessionTable.Row row, String text, Consumer<Language> speaks) {
        var kept = open(row);
        speaks.accept(kept.session().language());
        if (kept.ended()
                || !(row.handled().read(keys, row.sessionId(), text) instanceof Handled.Reading.Next(var input))) {
            return Optional.of(kept.repeat());
        }
        try {
            var taken = Kept.of(conversations.type(kept.session(), input, caller(row.phone())));
            return table.update(row(row, Handled.of(keys, row.sessionId(), text), taken))
                    ? Optional.of(taken.repeat())
                    : Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of(failed(failure, kept.session().language()));
        }
    }

    private SessionTable.Row row(SessionTable.Row before, Handled handled, Kept kept) {
        return new SessionTable.Row(
                before.phone(),
                before.sessionId(),
                before.version() + 1,
                handled,
                seal(kept, before.phone(), before.sessionId()),
                kept.resumable(),
                clock.instant().plus(KEPT));
    }

    private static Actor.Caller caller(PhoneNumber phone) {
        return new Actor.Caller(phone, Actor.Channel.USSD);
    }

    private byte[] seal(Kept kept, PhoneNumber phone, String sessionId) {
        try {
            return keys.seal(json.writeValueAsBytes(KEPT_TYPE, kept), context(phone, sessionId));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Kept open(SessionTable.Row row) {
        try {
            return Objects.requireNonNull(
                    json.readValue(keys.open(row.state(), context(row.phone(), row.sessionId())), KEPT_TYPE));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] context(PhoneNumber phone, String sessionId) {
        return (phone.e164() + " " + sessionId).getBytes(StandardCharsets.UTF_8);
    }

    /** Where it failed and with what kind of exception, not its message, which may hold what was typed. */
    private Answer failed(RuntimeException failure, Language language) {
        var where = new IllegalStateException(failure.getClass().getName());
        where.setStackTrace(failure.getStackTrace());
        LOG.error("a USSD step failed", where);
        return unavailable(language);
    }
}
