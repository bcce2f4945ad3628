package org.homeline.ledger;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.homeline.database.Chore;
import org.homeline.database.Tidying;

/** Deletes counters that nobody asks for any more, and turns long over. */
@Singleton
final class CounterExpiry implements Chore {
    /** Far longer than any decision takes from its turn to its commit. */
    private static final Duration TURNS_KEPT = Duration.ofDays(1);

    private static final Tidying.Over COUNTERS = new Tidying.Over("counter", "name", "expires < ?");
    private static final Tidying.Over TURNS = new Tidying.Over("turn", "about", "taken < ?");

    private final Tidying tidying;
    private final Clock clock;

    CounterExpiry(Tidying tidying, Clock clock) {
        this.tidying = tidying;
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
        var now = clock.instant();
        tidying.delete(COUNTERS, now);
        tidying.delete(TURNS, now.minus(TURNS_KEPT));
    }
}
