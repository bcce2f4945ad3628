package org.homeline.outbox;

import static org.homeline.outbox.OutboxTable.at;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.homeline.database.Chore;
import org.homeline.database.Tidying;

/** Gives up what nobody delivered in time and removes what ended long ago. */
@Singleton
final class OutboxTidying implements Chore {
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Tidying.Over ENDED = new Tidying.Over("outbox", "id", "shard is null and ended < ?");

    private final Tidying tidying;
    private final Clock clock;

    OutboxTidying(Tidying tidying, Clock clock) {
        this.tidying = tidying;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "outbox-tidying";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void run() {
        var now = clock.instant();
        giveUp("expired", "waiting", now, now);
        giveUp("unknown: no answer for days", "sending", now, now.minus(Message.LASTING));
        tidying.delete(ENDED, now.minus(KEPT));
    }

    private void giveUp(String reason, String state, Instant now, Instant expiredBefore) {
        var over = new Tidying.Over("outbox", "id", "shard >= 0 and state = '" + state + "' and expires < ?");
        tidying.update(
                over,
                expiredBefore,
                "state = 'failed', reason = ?, shard = null, text = null, ended = ?",
                reason,
                at(now));
    }
}
