package org.homeline;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns SIGTERM and Ctrl-C into an orderly end: the thread that started everything wakes up and closes it, while the
 * process waits for it. A second signal changes nothing; SIGKILL is always safe.
 */
final class StopSignal {
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);

    StopSignal() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::onExit, "stop"));
    }

    /** Returns when somebody wants the process to end. */
    void await() throws InterruptedException {
        asked.await();
    }

    /** Everything is closed: the process may end. */
    void done() {
        done.countDown();
    }

    private void onExit() {
        if (done.getCount() == 0) {
            return;
        }
        asked.countDown();
        try {
            var inTime = done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            // The end was asked for and went well: status 0, where the JVM by itself would say 130 or 143.
            Runtime.getRuntime().halt(inTime ? 0 : 1);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
