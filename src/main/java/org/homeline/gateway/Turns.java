package org.homeline.gateway;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One callback about the same thing at a time on this node; the others wait, and then find it done. A provider that repeats a
 * callback while the first is worked on so never sees two answers, nor counts a PIN twice.
 */
public final class Turns {
    private static final int STRIPES = 1024;
    private static final long WAIT_SECONDS = 10;

    private final ReentrantLock[] locks = new ReentrantLock[STRIPES];

    public Turns() {
        for (int i = 0; i < STRIPES; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    /** Close it to let the next in. */
    public record Turn(@Nullable ReentrantLock held) implements AutoCloseable {
        public boolean isMine() {
            return held != null;
        }

        @Override
        public void close() {
            if (held != null) {
                held.unlock();
            }
        }
    }

    /**
     * The caller's turn; not its own where those before it took too long.
     *
     * @param about compared by its hash code
     */
    public Turn await(Object about) {
        var lock = locks[Math.floorMod(about.hashCode(), STRIPES)];
        try {
            return new Turn(lock.tryLock(WAIT_SECONDS, TimeUnit.SECONDS) ? lock : null);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Turn(null);
        }
    }
}
