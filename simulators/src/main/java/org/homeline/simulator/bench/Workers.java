package org.homeline.simulator.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Asks for as many answers at once as there are workers, each on a virtual thread that asks again once it is answered. */
final class Workers {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
    private static final int MOST_SAMPLES = 3;

    private Workers() {}

    /** What a worker asks, and waits for. */
    @FunctionalInterface
    interface Work {
        /** Empty where the answer was right, else what it was. */
        String ask() throws Exception;
    }

    /**
     * Lets them ask until the time is over.
     *
     * @throws IllegalStateException where answers stop coming
     */
    static Measured run(List<Work> workers, Duration time) {
        var running = new CountDownLatch(workers.size());
        var histograms = new ArrayList<Histogram>();
        var wrong = java.util.Collections.synchronizedList(new ArrayList<String>());
        long began = System.nanoTime();
        long end = began + time.toNanos();
        for (var worker : workers) {
            var latencies = Latencies.histogram();
            histograms.add(latencies);
            Thread.ofVirtual().start(() -> {
                work(worker, end, latencies, wrong);
                running.countDown();
            });
        }
        try {
            if (!running.await(time.plus(ANSWER_WITHIN).toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("answers stopped coming");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while measuring", stopped);
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        var all = Latencies.histogram();
        histograms.forEach(all::add);
        return new Measured(
                took,
                Map.of("", all),
                wrong.size(),
                wrong.stream().limit(MOST_SAMPLES).toList());
    }

    private static void work(Work worker, long end, Histogram latencies, List<String> wrong) {
        for (long since = System.nanoTime(); since < end; since = System.nanoTime()) {
            try {
                var objection = worker.ask();
                if (!objection.isEmpty()) {
                    wrong.add(objection);
                }
            } catch (Exception failed) {
                wrong.add(failed.toString());
                return;
            }
            Latencies.record(latencies, System.nanoTime() - since);
        }
    }
}
