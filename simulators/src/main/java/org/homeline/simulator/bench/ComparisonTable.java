package org.homeline.simulator.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Comparisons as lines of text: steps a second, half and 99 of 100 latencies, the ratio. */
public final class ComparisonTable {
    private static final String ROW = "%-34s %9s %9s %9s   %s%n";

    private final PrintWriter out;
    private final String base;

    /** @param base what it is that all is held against */
    public ComparisonTable(PrintWriter out, String base) {
        this.out = out;
        this.base = base;
        out.printf(Locale.ROOT, ROW, "", "steps/s", "p50 ms", "p99 ms", "median ratio to what stands beside");
        out.flush();
    }

    /** Prints one; what has a label of its own stands below it. */
    public void print(Comparison comparison) {
        var real = Comparison.together(comparison.real());
        row(comparison.name(), real, "ratio " + comparison.ratio() + " of " + comparison.ratios());
        real.latencies().forEach((label, latency) -> {
            if (!label.isEmpty()) {
                row("  " + label, real.perSecond(latency.getTotalCount()), latency, "");
            }
        });
        row("  beside: " + base, Comparison.together(comparison.bare()), "");
        if (comparison.wrong() > 0) {
            out.println("  WRONG ANSWERS: " + comparison.wrong());
            List.copyOf(comparison.samples()).forEach(sample -> out.println("    " + sample.replace('\n', '/')));
        }
        out.flush();
    }

    private void row(String name, Measured measured, String ratio) {
        row(name, measured.perSecond(), measured.all(), ratio);
    }

    private void row(String name, long perSecond, Histogram latency, String ratio) {
        out.printf(
                Locale.ROOT,
                ROW,
                name,
                String.format(Locale.ROOT, "%,d", perSecond),
                millis(latency.getValueAtPercentile(50)),
                millis(latency.getValueAtPercentile(99)),
                ratio);
    }

    /** Microseconds as milliseconds with two decimals. */
    public static String millis(long micros) {
        return String.format(Locale.ROOT, "%d.%02d", micros / 1_000, micros % 1_000 / 10);
    }
}
