package org.homeline.gateway.ussd;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.homeline.phone.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** One callback of a session at a time on this node; the others wait, and then find it taken. */
final class Turns {
    private static final int STRIPES = 1024;
    private static final long WAIT_SECONDS = 10;

    private final ReentrantLock[] locks = new ReentrantLock[STRIPES];

    Turns() {
        for (int i = 0; i < STRIPES; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    /** Close it to let the next in. */
    record Turn(@Nullable ReentrantLock held) implements AutoCloseable {
        boolean isMine() {
            return held != null;
        }

        @Override
        public void close() {
            if (held != null) {
                held.unlock();
            }
        }
    }

    /** The caller's turn; not its own where those before it took too long. */
    Turn await(PhoneNumber phone, String sessionId) {
        var lock = locks[Math.floorMod(31 * phone.hashCode() + sessionId.hashCode(), STRIPES)];
        try {
            return new Turn(lock.tryLock(WAIT_SECONDS, TimeUnit.SECONDS) ? lock : null);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Turn(null);
        }
    }
}
