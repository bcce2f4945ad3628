package org.homeline.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that is moved on by whoever tells a story, or tests one; given to a server as its own, the server's usual one
 * steps back.
 */
public final class StoryClock extends Clock {
    private final Clock from;
    private final AtomicReference<Duration> moved = new AtomicReference<>(Duration.ZERO);

    private StoryClock(Clock from) {
        this.from = from;
    }

    /** One that stands still in between. */
    public static StoryClock standingAt(Instant start) {
        return new StoryClock(Clock.fixed(start, ZoneOffset.UTC));
    }

    /** One that goes as time does. */
    public static StoryClock running() {
        return new StoryClock(Clock.systemUTC());
    }

    public void advance(Duration by) {
        moved.updateAndGet(before -> before.plus(by));
    }

    @Override
    public Instant instant() {
        return from.instant().plus(moved.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Refused: a copy would not be moved with this one, and nobody needs it. */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the server's clock is in UTC");
    }
}
