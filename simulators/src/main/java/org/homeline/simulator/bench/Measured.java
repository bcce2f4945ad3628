package org.homeline.simulator.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * What a round of callers came to.
 *
 * @param took from the first request to the last answer
 * @param latencies in microseconds, by label
 * @param wrong how many answers were not as expected
 * @param samples a few of these
 */
public record Measured(Duration took, Map<String, Histogram> latencies, long wrong, List<String> samples) {
    static final Measured NOTHING = new Measured(Duration.ZERO, Map.of(), 0, List.of());

    /** This round and another, one after the other. */
    Measured and(Measured other) {
        var together = new TreeMap<String, Histogram>();
        latencies.forEach((label, part) -> together.put(label, part.copy()));
        other.latencies.forEach((label, part) -> together.computeIfAbsent(label, missing -> Latencies.histogram())
                .add(part));
        var both = new ArrayList<>(samples);
        both.addAll(other.samples);
        return new Measured(took.plus(other.took), together, wrong + other.wrong, both);
    }

    /** The latencies of all steps together. */
    public Histogram all() {
        var all = Latencies.histogram();
        latencies.values().forEach(all::add);
        return all;
    }

    /** Steps in a second, all together. */
    public long perSecond() {
        return perSecond(all().getTotalCount());
    }

    long perSecond(long steps) {
        return steps * 1_000_000_000L / Math.max(1, took.toNanos());
    }
}
