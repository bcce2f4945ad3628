package org.homeline.ledger;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.homeline.database.Chore;
import org.homeline.database.Transactions;

/** Deletes counters that nobody asks for any more, and turns long over. */
@Singleton
final class CounterExpiry implements Chore {
    /** Far longer than any decision takes from its turn to its commit. */
    private static final Duration TURNS_KEPT = Duration.ofDays(1);

    private final Transactions transactions;
    private final Clock clock;

    CounterExpiry(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "delete-counters";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        transactions.write(connection -> {
            var now = clock.instant().atOffset(ZoneOffset.UTC);
            try (var counters = connection.prepareStatement("delete from counter where expires < ?");
                    var turns = connection.prepareStatement("delete from turn where taken < ?")) {
                counters.setObject(1, now);
                turns.setObject(1, now.minus(TURNS_KEPT));
                return counters.executeUpdate() + turns.executeUpdate();
            }
        });
    }
}
