package org.homeline.simulator.bench;

import org.HdrHistogram.Histogram;

/** How latencies are kept: from a microsecond to a minute, to two digits. */
final class Latencies {
    private static final long LONGEST_MICROS = 60_000_000;
    private static final int DIGITS = 2;

    private Latencies() {}

    static Histogram histogram() {
        return new Histogram(1, LONGEST_MICROS, DIGITS);
    }

    static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.clamp(nanos / 1_000, 1, LONGEST_MICROS));
    }
}
