package org.homeline.gateway.sms;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeline.conversation.SmsConversation;
import org.homeline.database.Durability;
import org.homeline.database.DurabilityLostException;
import org.homeline.database.Transactions;
import org.homeline.gateway.Turns;
import org.homeline.outbox.Message;
import org.homeline.outbox.OptOuts;
import org.homeline.outbox.OutboxTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers texts, each once. The answer's id follows from the text's, and it is written together with the note that the text
 * is answered: a text that is repeated after a crash half-way is worked on again, under the same key, and answered once. The
 * conversation is made when the first text asks for it.
 *
 * <p>Where working on a text fails, its sender is told so, once a text, and asked to try later. The text stays unanswered:
 * a repetition of it is worked on again, and where that goes well its own answer follows.
 */
@Singleton
public final class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final int LONGEST_BODY = 1_600;
    private static final Duration ANSWER_LASTS = Duration.ofHours(1);

    private final InboxTable table;
    private final SmsSettings settings;
    private final BeanProvider<SmsConversation> conversation;
    private final OptOuts optOuts;
    private final OutboxTable outbox;
    private final Transactions transactions;
    private final Durability durability;
    private final Clock clock;
    private final Turns turns = new Turns();

    Inbox(
            InboxTable table,
            SmsSettings settings,
            BeanProvider<SmsConversation> conversation,
            OptOuts optOuts,
            OutboxTable outbox,
            Transactions transactions,
            Durability durability,
            Clock clock) {
        this.table = table;
        this.settings = settings;
        this.conversation = conversation;
        this.optOuts = optOuts;
        this.outbox = outbox;
        this.transactions = transactions;
        this.durability = durability;
        this.clock = clock;
    }

    /**
     * Does what the text asks for. What follows from it is durable by the time this returns; the answer goes out later.
     *
     * @return false where it failed: the provider may send it again
     */
    public boolean receive(InboundText text) {
        try (var turn = turns.await(text.id())) {
            if (!turn.isMine()) {
                return false;
            }
            if (!table.claim(text, clock.instant())) {
                return true;
            }
            var answer = attempt(text);
            answer.ifPresent(known -> finish(text, known));
            return answer.isPresent();
        } catch (DurabilityLostException stops) {
            throw stops;
        } catch (RuntimeException failure) {
            LOG.error("a text was not answered: {}", text, withoutMessage(failure));
            return false;
        }
    }

    /** What to answer, which may be nothing; empty where working on it failed, and its sender is told so. */
    private Optional<Optional<Message>> attempt(InboundText text) {
        try {
            return Optional.of(answer(text));
        } catch (DurabilityLostException stops) {
            throw stops;
        } catch (RuntimeException failure) {
            LOG.error("a text was not worked on: {}", text, withoutMessage(failure));
            apologise(text);
            return Optional.empty();
        }
    }

    /** Its kind and place, not its message, which may hold what was written. */
    private static Throwable withoutMessage(RuntimeException failure) {
        var where = new IllegalStateException(failure.getClass().getName());
        where.setStackTrace(failure.getStackTrace());
        return where;
    }

    private void apologise(InboundText text) {
        try {
            var sorry = new Message(
                    id("apology for", text), text.from(), conversation.get().unavailable(text.from()), ANSWER_LASTS);
            transactions.write(connection -> {
                outbox.write(connection, List.of(sorry));
                return null;
            });
            durability.await();
            outbox.wake();
        } catch (DurabilityLostException stops) {
            throw stops;
        } catch (RuntimeException failure) {
            LOG.error("nor could its sender be told: {}", text, withoutMessage(failure));
        }
    }

    private Optional<Message> answer(InboundText text) {
        return switch (text.keyword()) {
            case STOP -> {
                optOuts.add(text.from());
                yield Optional.empty();
            }
            case START -> {
                optOuts.remove(text.from());
                yield Optional.empty();
            }
            case HELP -> Optional.empty();
            case NONE -> text.body().isBlank() || isTooOften(text) ? Optional.empty() : ask(text);
        };
    }

    private boolean isTooOften(InboundText text) {
        long count = table.countSince(text.from(), clock.instant().minus(Duration.ofHours(1)));
        if (count == settings.mostPerHour() + 1L) {
            LOG.info(
                    "{} has sent {} texts within an hour: the next ones are not answered",
                    text.from().masked(),
                    count);
        }
        return count > settings.mostPerHour();
    }

    private Optional<Message> ask(InboundText text) {
        var body = text.body().substring(0, Math.min(LONGEST_BODY, text.body().length()));
        return conversation
                .get()
                .answer(text.from(), body, key(text))
                .map(answer -> new Message(id("answer to", text), text.from(), answer, ANSWER_LASTS));
    }

    private static String key(InboundText text) {
        return "sms:" + text.id();
    }

    /** The same for the same text. */
    private static UUID id(String what, InboundText text) {
        return UUID.nameUUIDFromBytes((what + " " + key(text)).getBytes(StandardCharsets.UTF_8));
    }

    private void finish(InboundText text, Optional<Message> answer) {
        transactions.write(connection -> {
            outbox.write(connection, answer.map(List::of).orElseGet(List::of));
            return table.answered(connection, text);
        });
        durability.await();
        answer.ifPresent(written -> outbox.wake());
    }
}
