package org.homeline.outbox;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the delivery; rings while it works are heard once, right after. */
@Singleton
final class Bell {
    private final Semaphore rings = new Semaphore(0);

    void ring() {
        if (rings.availablePermits() == 0) {
            rings.release();
        }
    }

    /** Returns after a ring, or when the time is up. */
    void await(Duration most) throws InterruptedException {
        rings.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
        rings.drainPermits();
    }
}
