package org.homeline.time;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** The server's own clock and ids; a story or a simulation brings others and these step back. */
@Factory
final class Sources {
    @Singleton
    @Secondary
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Secure, because one-time codes and salts come from it too. */
    @Singleton
    @Secondary
    RandomGenerator random() {
        return new SecureRandom();
    }

    @Singleton
    Ids ids(Clock clock, RandomGenerator random) {
        return new Ids(clock, random);
    }
}
