package org.homeline.settlement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Goes as time does, but no further than it was let: what is over then, was over by that moment of the server's own time,
 * however slow the machine is. Begins at the present, without an end.
 */
final class HaltingClock extends Clock {
    private final Clock real = Clock.systemUTC();
    private Instant realBegin = real.instant();
    private Instant begin = realBegin;
    private Instant halt = Instant.MAX;

    /** Goes on from where it is, and halts after so long. */
    synchronized void goOnFor(Duration more) {
        begin = instant();
        realBegin = real.instant();
        halt = begin.plus(more);
    }

    @Override
    public synchronized Instant instant() {
        var now = begin.plus(Duration.between(realBegin, real.instant()));
        return now.isBefore(halt) ? now : halt;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Refused: a copy would not halt with this one. */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the server's clock is in UTC");
    }
}
