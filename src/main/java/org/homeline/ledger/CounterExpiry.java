package org.homeline.ledger;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.homeline.database.Chore;
import org.homeline.database.Transactions;

/** Deletes counters that nobody asks for any more. */
@Singleton
final class CounterExpiry implements Chore {
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
            try (var delete = connection.prepareStatement("delete from counter where expires < ?")) {
                delete.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
                return delete.executeUpdate();
            }
        });
    }
}
