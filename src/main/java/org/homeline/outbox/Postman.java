package org.homeline.outbox;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.homeline.database.Durability;
import org.homeline.database.Lease;
import org.homeline.outbox.SmsSender.Outcome;
import org.homeline.outbox.SmsSender.Search;
import org.homeline.signing.Keys;
import org.homeline.signing.SealBrokenException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one message one step on.
 *
 * <p>Before the provider is asked to take a message, that it may have it is on disk. Whoever finds it so later (after a
 * crash, after no answer) asks the provider whether it has it, and sends again only where it says no.
 */
@Singleton
final class Postman {
    static final int MOST_TRIES = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final DeliveryTable table;
    private final Durability durability;
    private final Keys keys;
    private final Clock clock;
    private final RandomGenerator random;
    private final Pace pace;
    private final Counts counts;

    Postman(
            DeliveryTable table,
            Durability durability,
            Keys keys,
            Clock clock,
            RandomGenerator random,
            Pace pace,
            Counts counts) {
        this.table = table;
        this.durability = durability;
        this.keys = keys;
        this.clock = clock;
        this.random = random;
        this.pace = pace;
        this.counts = counts;
    }

    /** Does what is next for a message that is due; false where this node may not go on with it. */
    boolean step(SmsSender sender, Lease lease, Waiting waiting) {
        Message message;
        try {
            var left = Duration.between(clock.instant(), waiting.expires());
            message =
                    new Message(waiting.id(), waiting.recipient(), Seal.open(keys, waiting.id(), waiting.text()), left);
        } catch (SealBrokenException unreadable) {
            return failed(lease, waiting, "unreadable: sealed with another key");
        }
        if (waiting.attempted().isPresent()) {
            return ask(sender, lease, waiting, message, waiting.attempted().get());
        }
        return hand(sender, lease, waiting, message);
    }

    private boolean ask(SmsSender sender, Lease lease, Waiting waiting, Message message, Instant since) {
        return switch (find(sender, waiting, message, since)) {
            case Search.Found found -> sent(lease, waiting, found.providerId());
            case Search.NotThere() -> hand(sender, lease, waiting, message);
            case Search.NoAnswer(var reason, var after) ->
                waiting.expires().plus(Message.LASTING).isBefore(clock.instant())
                        ? failed(lease, waiting, "unknown: " + reason)
                        : table.open(lease, waiting, later(waiting, after), reason);
        };
    }

    private boolean hand(SmsSender sender, Lease lease, Waiting waiting, Message message) {
        if (waiting.optedOut()) {
            return failed(lease, waiting, "opted-out");
        }
        if (!clock.instant().isBefore(waiting.expires())) {
            return failed(lease, waiting, "expired");
        }
        if (waiting.tries() >= MOST_TRIES) {
            return failed(lease, waiting, "tried " + MOST_TRIES + " times");
        }
        var unsettledUntil = clock.instant().plus(pace.send()).plus(pace.settle());
        if (!table.attempt(lease, waiting, unsettledUntil)) {
            return false;
        }
        durability.await();
        return switch (send(sender, message)) {
            case Outcome.Sent(var providerId) -> sent(lease, waiting, providerId);
            case Outcome.Rejected(var reason) -> failed(lease, waiting, reason);
            case Outcome.OptedOut(var reason) -> gaveUp(table.optedOut(lease, waiting, reason), waiting, reason);
            case Outcome.Retry(var reason, var after) -> {
                counts.retried();
                yield table.notTaken(lease, waiting, later(waiting, after), reason);
            }
            case Outcome.Unknown(var reason) -> {
                counts.retried();
                yield table.open(lease, waiting, later(waiting, Optional.of(pace.settle())), reason);
            }
        };
    }

    private static Outcome send(SmsSender sender, Message message) {
        try {
            return sender.send(message);
        } catch (RuntimeException broken) {
            LOG.error("sending {} broke", message, broken);
            return new Outcome.Unknown(broken.getClass().getSimpleName());
        }
    }

    private Search find(SmsSender sender, Waiting waiting, Message message, Instant since) {
        try {
            return sender.find(message, since, table.providerIds(waiting));
        } catch (RuntimeException broken) {
            LOG.error("asking for {} broke", message, broken);
            return new Search.NoAnswer(broken.getClass().getSimpleName(), Optional.empty());
        }
    }

    private boolean sent(Lease lease, Waiting waiting, String providerId) {
        boolean recorded = table.sent(lease, waiting, providerId);
        if (recorded) {
            counts.sent();
        }
        return recorded;
    }

    private boolean failed(Lease lease, Waiting waiting, String reason) {
        return gaveUp(table.failed(lease, waiting, reason), waiting, reason);
    }

    private boolean gaveUp(boolean recorded, Waiting waiting, String reason) {
        if (recorded) {
            LOG.warn(
                    "gave up message {} to {}: {}",
                    waiting.id(),
                    waiting.recipient().masked(),
                    reason);
            counts.failed();
        }
        return recorded;
    }

    private Instant later(Waiting waiting, Optional<Duration> least) {
        var pause = pace.pause(waiting.tries() + 1, random);
        return clock.instant().plus(least.orElse(Duration.ZERO)).plus(pause);
    }
}
