package org.homeline.simulator.crowd;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A bar that grows in one line of a terminal. Close it. */
final class Progress {
    private static final int WIDTH = 30;
    private static final long REDRAWN_MILLIS = 200;

    private final PrintWriter out;
    private final Tally tally;
    private final Budget budget;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread painter;

    Progress(PrintWriter out, Tally tally, Budget budget) {
        this.out = out;
        this.tally = tally;
        this.budget = budget;
        this.painter = Thread.ofVirtual().name("progress").start(this::paint);
    }

    private void paint() {
        try {
            do {
                out.print("\r" + line());
                out.flush();
            } while (!over.await(REDRAWN_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private String line() {
        int percent = Math.toIntExact(budget.percent());
        int full = percent * WIDTH / 100;
        return String.format(
                Locale.ROOT,
                "[%s%s] %3d%%  %,d steps  %d wrong ",
                "#".repeat(full),
                ".".repeat(WIDTH - full),
                percent,
                tally.steps(),
                tally.wrongAnswers());
    }

    /** Takes the bar away. */
    void close() {
        over.countDown();
        try {
            painter.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        out.print("\r" + " ".repeat(WIDTH * 3) + "\r");
        out.flush();
    }
}
