package org.homeline.gateway.ussd;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.homeline.database.Chore;
import org.homeline.database.Tidying;

/** Deletes sessions that nobody will come back to. */
@Singleton
final class ForgottenSessions implements Chore {
    private static final Tidying.Over OVER = new Tidying.Over("ussd_session", "phone, session_id", "expires < ?");

    private final Tidying tidying;
    private final Clock clock;

    ForgottenSessions(Tidying tidying, Clock clock) {
        this.tidying = tidying;
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
        tidying.delete(OVER, clock.instant());
    }
}
