package org.homeline.outbox;

import static org.homeline.outbox.OutboxTable.at;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.homeline.database.Chore;
import org.homeline.database.Transactions;

/** Gives up what nobody delivered in time and removes what ended long ago. */
@Singleton
final class OutboxTidying implements Chore {
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration KEPT = Duration.ofDays(7);
    private static final String GIVE_UP = "update outbox set state = 'failed', reason = ?, shard = null, text = null,"
            + " ended = ? where shard >= 0 and state = ? and expires < ?";

    private final Transactions transactions;
    private final Clock clock;

    OutboxTidying(Transactions transactions, Clock clock) {
        this.transactions = transactions;
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
        transactions.write(connection -> {
            try (var delete = connection.prepareStatement("delete from outbox where shard is null and ended < ?")) {
                delete.setObject(1, at(now.minus(KEPT)));
                return delete.executeUpdate();
            }
        });
    }

    private void giveUp(String reason, String state, Instant now, Instant expiredBefore) {
        transactions.write(connection -> {
            try (var update = connection.prepareStatement(GIVE_UP)) {
                update.setString(1, reason);
                update.setObject(2, at(now));
                update.setString(3, state);
                update.setObject(4, at(expiredBefore));
                return update.executeUpdate();
            }
        });
    }
}
