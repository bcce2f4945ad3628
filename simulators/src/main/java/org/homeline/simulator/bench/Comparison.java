package org.homeline.simulator.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Two kinds of callers in rounds that alternate, so that whatever else the machine does meets both.
 *
 * @param name of what is measured
 * @param bare the rounds of the one that it is held against
 * @param real the rounds of what is measured, in the same order
 */
public record Comparison(String name, List<Measured> bare, List<Measured> real) {
    private static final int DIGITS = 3;
    /**
     * A fresh JVM is several times slower than a warm one, and two processors that also answer take twenty seconds to compile
     * what a step needs: so much of what is measured is done before.
     */
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    /** Short rounds are a trial, not a measurement. */
    private static final int MOST_ROUNDS_OF_WARM_UP = 10;

    /**
     * Runs it: a warm-up, then the rounds.
     *
     * @param rest waits until the server has done what a round of the real ones left it to do
     */
    public static Comparison run(
            String name,
            Callers connections,
            List<? extends Caller> bare,
            List<? extends Caller> real,
            Plan plan,
            Runnable rest) {
        return run(name, time -> connections.call(bare, time), time -> connections.call(real, time), plan, rest);
    }

    /**
     * Likewise for whatever can be measured for a time.
     *
     * @param bare measures the one that it is held against
     * @param real measures the other
     */
    static Comparison run(
            String name,
            Function<Duration, Measured> bare,
            Function<Duration, Measured> real,
            Plan plan,
            Runnable rest) {
        var warmUp = shorter(WARM_UP, plan.time().multipliedBy(MOST_ROUNDS_OF_WARM_UP));
        plan.stage().accept(name + ": warming up");
        var _ = bare.apply(warmUp);
        var _ = real.apply(warmUp);
        rest.run();
        var bares = new ArrayList<Measured>();
        var reals = new ArrayList<Measured>();
        for (int round = 1; round <= plan.rounds(); round++) {
            plan.stage().accept("%s: round %d of %d".formatted(name, round, plan.rounds()));
            bares.add(bare.apply(plan.time()));
            reals.add(real.apply(plan.time()));
            rest.run();
        }
        return new Comparison(name, bares, reals);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** The measured one's steps a second in parts of the other's, round by round. */
    public List<BigDecimal> ratios() {
        var ratios = new ArrayList<BigDecimal>();
        for (int i = 0; i < real.size(); i++) {
            ratios.add(BigDecimal.valueOf(real.get(i).perSecond())
                    .divide(BigDecimal.valueOf(Math.max(1, bare.get(i).perSecond())), DIGITS, RoundingMode.HALF_UP));
        }
        return ratios;
    }

    /** The middle one of the rounds' ratios. */
    public BigDecimal ratio() {
        var sorted = ratios().stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** How many answers were not as expected, on both sides. */
    public long wrong() {
        return together(bare).wrong() + together(real).wrong();
    }

    /** A few of these. */
    public List<String> samples() {
        var samples = new ArrayList<>(together(bare).samples());
        samples.addAll(together(real).samples());
        return samples;
    }

    /** All rounds of one side as one. */
    static Measured together(List<Measured> rounds) {
        return rounds.stream().reduce(Measured.NOTHING, Measured::and);
    }
}
