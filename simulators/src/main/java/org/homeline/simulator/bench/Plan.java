package org.homeline.simulator.bench;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * How long to measure.
 *
 * @param rounds of each of the two, after the warm-up
 * @param time of a round
 * @param stage hears what is being done now, in a few words
 */
public record Plan(int rounds, Duration time, Consumer<String> stage) {}
