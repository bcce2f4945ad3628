package org.homeline.compliance;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.homeline.database.Chore;
import org.homeline.database.Tidying;
import org.homeline.database.Transactions;

/**
 * Counts calls that fail (a wrong key or signature, a link that is none) by the network they come from, on all nodes together
 * and over restarts. Who has had too many within the hour is put off. A call that shows the right secret is never put off: many
 * callers share an address behind a proxy or a phone network, and a secret that nobody guesses needs no such guard.
 */
@Singleton
public final class AddressVelocity implements Chore {
    /** Networks remembered on this node as put off, so that a flood costs the database nothing; then it is asked again. */
    private static final int MOST_REMEMBERED = 10_000;

    private static final Duration KEPT = Duration.ofDays(1);

    private static final Tidying.Over OLD = new Tidying.Over("failed_calls", "address, since", "since < ?");

    private final Transactions transactions;
    private final Tidying tidying;
    private final Clock clock;
    private final VelocitySettings settings;
    private final MeterRegistry meters;
    /** By network: the hour for which it is put off. */
    private final Map<CallerAddress, Instant> putOff = new ConcurrentHashMap<>();

    AddressVelocity(
            Transactions transactions, Tidying tidying, Clock clock, VelocitySettings settings, MeterRegistry meters) {
        this.transactions = transactions;
        this.tidying = tidying;
        this.clock = clock;
        this.settings = settings;
        this.meters = meters;
    }

    /**
     * Counts a call that failed.
     *
     * @param entrance where, for the metric
     * @return whether the network is put off: it had its share already
     */
    public boolean failed(String entrance, CallerAddress address) {
        meters.counter("homeline.calls.failed", "entrance", entrance).increment();
        var hour = hour();
        return hour.equals(putOff.get(address))
                || remember(address, hour, transactions.write(connection -> count(connection, address, hour)) - 1);
    }

    /** How long until it may try again. */
    public Duration retryAfter() {
        return Duration.between(clock.instant(), hour().plus(1, ChronoUnit.HOURS));
    }

    private Instant hour() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS);
    }

    private boolean remember(CallerAddress address, Instant hour, long before) {
        if (before < settings.failedCalls()) {
            return false;
        }
        if (putOff.size() >= MOST_REMEMBERED) {
            putOff.clear();
        }
        putOff.put(address, hour);
        return true;
    }

    private static long count(Connection connection, CallerAddress address, Instant hour) throws SQLException {
        try (var insert = connection.prepareStatement(
                        "insert into failed_calls (address, since, calls) values (?, ?, 0) on conflict do nothing");
                var update = connection.prepareStatement(
                        "update failed_calls set calls = calls + 1 where address = ? and since = ?")) {
            insert.setString(1, address.text());
            insert.setObject(2, at(hour));
            insert.executeUpdate();
            update.setString(1, address.text());
            update.setObject(2, at(hour));
            update.executeUpdate();
        }
        return read(connection, address, hour);
    }

    private static long read(Connection connection, CallerAddress address, Instant hour) throws SQLException {
        try (var select =
                connection.prepareStatement("select calls from failed_calls where address = ? and since = ?")) {
            select.setString(1, address.text());
            select.setObject(2, at(hour));
            try (var row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    public String name() {
        return "failed-calls-tidying";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        tidying.delete(OLD, clock.instant().minus(KEPT));
    }
}
