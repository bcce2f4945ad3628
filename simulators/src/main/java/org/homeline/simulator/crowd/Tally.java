package org.homeline.simulator.crowd;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** What the crowd has seen so far. Thread-safe. */
final class Tally {
    private static final long LONGEST_MICROS = 60_000_000;
    private static final int DIGITS = 2;
    private static final int MOST_SAMPLES = 5;
    private static final String ROW = "%-12s %9s %9s %9s %9s %9s%n";

    private final Map<Journey, Histogram> latencies = new EnumMap<>(Journey.class);
    private final Map<String, AtomicLong> wrong = new ConcurrentSkipListMap<>();
    private final Map<String, AtomicLong> refused = new ConcurrentSkipListMap<>();
    private final List<String> samples = new CopyOnWriteArrayList<>();
    private final AtomicLong steps = new AtomicLong();

    Tally() {
        for (var journey : Journey.values()) {
            latencies.put(journey, new ConcurrentHistogram(1, LONGEST_MICROS, DIGITS));
        }
    }

    /** A step took so long. */
    void step(Journey journey, long nanos) {
        steps.incrementAndGet();
        of(journey).recordValue(Math.clamp(nanos / 1_000, 1, LONGEST_MICROS));
    }

    /** An answer was not what should have come. */
    void wrong(Journey journey, String kind, String answer) {
        count(wrong, kind + " in " + journey.title());
        if (samples.size() < MOST_SAMPLES) {
            samples.add(kind + " in " + journey.title() + ": " + answer.replace('\n', '/'));
        }
    }

    /** The server refused what it may refuse: a limit was reached. */
    void refused(Journey journey, String why) {
        count(refused, why + " in " + journey.title());
    }

    long steps() {
        return steps.get();
    }

    long wrongAnswers() {
        return wrong.values().stream().mapToLong(AtomicLong::get).sum();
    }

    void print(PrintWriter out, long millis) {
        out.printf(Locale.ROOT, ROW, "journey", "steps", "p50 ms", "p90 ms", "p99 ms", "max ms");
        var all = new Histogram(1, LONGEST_MICROS, DIGITS);
        latencies.forEach((journey, latency) -> {
            if (latency.getTotalCount() > 0) {
                row(out, journey.title(), latency);
                all.add(latency);
            }
        });
        row(out, "all", all);
        out.println(steps() * 1_000 / Math.max(1, millis) + " steps a second");
        refused.forEach((kind, count) -> out.println("refused: " + count + " " + kind));
        wrong.forEach((kind, count) -> out.println("WRONG: " + count + " " + kind));
        samples.forEach(sample -> out.println("  " + sample));
        out.println(wrong.isEmpty() ? "Every answer was right." : wrongAnswers() + " answers were wrong.");
        out.flush();
    }

    private Histogram of(Journey journey) {
        return java.util.Objects.requireNonNull(latencies.get(journey));
    }

    private static void count(Map<String, AtomicLong> counts, String kind) {
        counts.computeIfAbsent(kind, first -> new AtomicLong()).incrementAndGet();
    }

    private static void row(PrintWriter out, String name, Histogram latency) {
        out.printf(
                Locale.ROOT,
                ROW,
                name,
                String.format(Locale.ROOT, "%,d", latency.getTotalCount()),
                millis(latency.getValueAtPercentile(50)),
                millis(latency.getValueAtPercentile(90)),
                millis(latency.getValueAtPercentile(99)),
                millis(latency.getMaxValue()));
    }

    /** Microseconds as milliseconds with two decimals. */
    private static String millis(long micros) {
        return String.format(Locale.ROOT, "%d.%02d", micros / 1_000, micros % 1_000 / 10);
    }
}
