package org.homeline.simulator.crowd;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** How many steps are left, and how much time. Thread-safe. */
final class Budget {
    private final long steps;
    private final long began = System.nanoTime();
    private final long nanos;
    private final AtomicLong taken = new AtomicLong();
    private volatile boolean stopped;

    Budget(long steps, Duration time) {
        this.steps = steps;
        this.nanos = time.toNanos();
    }

    /** Takes a step where one is left. */
    boolean take() {
        return !isOver() && taken.incrementAndGet() <= steps;
    }

    boolean isOver() {
        return stopped || taken.get() >= steps || elapsed() >= nanos;
    }

    /** Nobody begins anything any more. */
    void stop() {
        stopped = true;
    }

    long elapsedMillis() {
        return elapsed() / 1_000_000;
    }

    /** From 0 to 100: of the steps or of the time, whichever is nearer its end. */
    long percent() {
        return Math.min(100, Math.max(taken.get() * 100 / Math.max(1, steps), elapsed() * 100 / Math.max(1, nanos)));
    }

    private long elapsed() {
        return System.nanoTime() - began;
    }
}
