package org.homeline.gateway.ussd;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.homeline.database.Chore;

/** Deletes sessions that nobody will come back to. */
@Singleton
final class ForgottenSessions implements Chore {
    private final SessionTable table;
    private final Clock clock;

    ForgottenSessions(SessionTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "ussd-forgotten-sessions";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        var now = clock.instant();
        int forgotten;
        do {
            forgotten = table.forget(now);
        } while (forgotten == SessionTable.BATCH);
    }
}
