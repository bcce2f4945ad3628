package org.homeline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what should happen, and for no longer than that takes. */
public final class Eventually {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(5);

    private Eventually() {}

    /** Returns once it holds; fails, saying what there was, where it does not within half a minute. */
    public static void holds(Supplier<Boolean> condition, Supplier<?> what) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.get()) {
            assertThat(System.nanoTime()).as("what there is: " + what.get()).isLessThan(end);
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }
}
