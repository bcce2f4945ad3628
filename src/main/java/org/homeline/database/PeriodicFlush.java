package org.homeline.database;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Takes along to the disk what nobody waits for (the steps of sessions, delivery reports): on H2 nothing else would until
 * the next movement of money. Its thread is its own, because H2's file does not survive the interrupt with which a shared
 * executor ends.
 */
@Context
final class PeriodicFlush {
    private static final Duration PERIOD = Duration.ofSeconds(2);

    /** Longer than a flush on a slow disk takes; the database is closed after it, which writes everything too. */
    private static final Duration LAST = Duration.ofSeconds(10);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("flush").factory());

    PeriodicFlush(Durability durability, Vendor vendor) {
        if (vendor == Vendor.H2) {
            var _ = thread.scheduleWithFixedDelay(
                    durability::await, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** @return whether it ended in time */
    @PreDestroy
    boolean end() throws InterruptedException {
        thread.shutdown();
        return thread.awaitTermination(LAST.toMillis(), TimeUnit.MILLISECONDS);
    }
}
