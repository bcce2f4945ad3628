package org.homeline.time;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The source of identifiers: UUIDs of version 7 (RFC 9562, section 5.7), so that rows written together lie together. The
 * random part comes from the given generator: a secure one in the server, a seeded one in a simulation.
 */
public final class Ids {
    private final Clock clock;
    private final RandomGenerator random;

    public Ids(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public UUID next() {
        long high = clock.millis() << 16 | 0x7000L | (random.nextLong() & 0xFFFL);
        long low = 0x8000_0000_0000_0000L | random.nextLong() >>> 2;
        return new UUID(high, low);
    }
}
