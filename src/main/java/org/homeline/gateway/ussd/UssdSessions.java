package org.homeline.gateway.ussd;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.homeline.conversation.Conversations;
import org.homeline.customer.Countries;
import org.homeline.gateway.Turns;
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
    /** How often a step is taken anew because another node took one at the same moment. */
    private static final int TRIES = 4;

    private static final Logger LOG = LoggerFactory.getLogger(UssdSessions.class);

    private final Conversations conversations;
    private final Sessions sessions;
    private final Turns turns = new Turns();
    private final Keys keys;
    private final Texts texts;
    private final Ids ids;
    private final Countries countries;

    UssdSessions(Conversations conversations, Sessions sessions, Keys keys, Texts texts, Ids ids, Countries countries) {
        this.conversations = conversations;
        this.sessions = sessions;
        this.keys = keys;
        this.texts = texts;
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
        try (var turn = turns.await(sessionId + phone)) {
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
            var stored = sessions.find(phone, sessionId);
            var answer = stored.isPresent() ? next(stored.get(), text, speaks) : first(sessionId, phone, text);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return unavailable(likely(phone));
    }

    /** A dial, or a callback of a session that is not known any more: its inputs are passed over. */
    private Optional<Answer> first(String sessionId, PhoneNumber phone, String text) {
        var dropped = text.isEmpty() ? sessions.latestResumable(phone) : Optional.<Sessions.Stored>empty();
        if (dropped.isPresent()) {
            var kept = dropped.get().kept();
            var leave = new Kept(kept.session(), kept.answer(), true, false);
            if (!sessions.follow(dropped.get(), dropped.get().handled(), leave)) {
                return Optional.empty();
            }
            return begin(sessionId, phone, text, Kept.of(conversations.offer(kept.session())));
        }
        return begin(sessionId, phone, text, Kept.of(conversations.begin(ids.next(), caller(phone))));
    }

    private Optional<Answer> begin(String sessionId, PhoneNumber phone, String text, Kept kept) {
        return sessions.begin(phone, sessionId, Handled.of(keys, sessionId, text), kept)
                ? Optional.of(kept.repeat())
                : Optional.empty();
    }

    /** Empty where somebody else took a step meanwhile. */
    private Optional<Answer> next(Sessions.Stored stored, String text, Consumer<Language> speaks) {
        var kept = stored.kept();
        speaks.accept(kept.session().language());
        if (kept.ended()
                || !(stored.handled().read(keys, stored.sessionId(), text)
                        instanceof Handled.Reading.Next(var input))) {
            return Optional.of(kept.repeat());
        }
        try {
            var taken = Kept.of(conversations.type(kept.session(), input, caller(stored.phone())));
            return sessions.follow(stored, Handled.of(keys, stored.sessionId(), text), taken)
                    ? Optional.of(taken.repeat())
                    : Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of(failed(failure, kept.session().language()));
        }
    }

    private static Actor.Caller caller(PhoneNumber phone) {
        return new Actor.Caller(phone, Actor.Channel.USSD);
    }

    /** Where it failed and with what kind of exception, not its message, which may hold what was typed. */
    private Answer failed(RuntimeException failure, Language language) {
        var where = new IllegalStateException(failure.getClass().getName());
        where.setStackTrace(failure.getStackTrace());
        LOG.error("a USSD step failed", where);
        return unavailable(language);
    }
}
