package org.homeline.outbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The times that delivery keeps.
 *
 * @param poll how often waiting messages are looked for when nobody rings: what another node wrote is found by it
 * @param first the longest first pause before a message is tried again; it doubles with each try
 * @param most the longest pause of all
 * @param settle how long after an attempt without an answer the provider is asked whether it has the message
 * @param lease for how long a node may deliver a shard unless it renews
 * @param send the longest that one call to the provider takes; a call starts only where the lease outlasts it
 */
public record Pace(Duration poll, Duration first, Duration most, Duration settle, Duration lease, Duration send) {
    public static final Pace USUAL = new Pace(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofMinutes(30),
            Duration.ofSeconds(5),
            Duration.ofSeconds(90),
            Duration.ofSeconds(30));

    /** Exponential with full jitter, so that what failed together does not come back together. */
    Duration pause(int tries, RandomGenerator random) {
        long cap = Math.min(most.toMillis(), first.toMillis() << Math.clamp(tries - 1, 0, 20));
        return Duration.ofMillis(random.nextLong(cap + 1));
    }
}
