package org.homeline.settlement.link;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.homeline.database.Lease;
import org.homeline.database.Leases;
import org.homeline.database.Transactions;
import org.homeline.settlement.DayTotals;
import org.homeline.settlement.Partner;
import org.homeline.settlement.SettlementDay;
import org.homeline.settlement.SettlementDayWriter;
import org.homeline.settlement.SettlementDays;

/**
 * Which business days are to be closed, and how far that is. Touches no money. What the link's owner writes, it writes under
 * its lease.
 */
@Singleton
final class DayTable {

    private static final int AT_ONCE = 8;
    /** How long a day rests that the partner said nothing about until it was given up. */
    private static final Duration REST = Duration.ofDays(1);

    private final Transactions transactions;
    private final Leases leases;
    private final SettlementDayWriter writer;

    DayTable(Transactions transactions, Leases leases, SettlementDayWriter writer) {
        this.transactions = transactions;
        this.leases = leases;
        this.writer = writer;
    }

    /**
     * Begins to close every day that is over, in each of the partner's currencies: also one without instructions, on which the
     * partner may have undone earlier ones.
     */
    void begin(Lease lease, Partner partner, Instant now) {
        var today = partner.cutOver().day(now);
        transactions.write(connection -> {
            if (leases.holds(connection, lease)) {
                for (var day : OpenDays.over(connection, partner, today)) {
                    close(connection, partner, day, now, state -> state.equals(SettlementDay.OPEN));
                }
            }
            return lease;
        });
    }

    /**
     * Has the link's owner, which may be another node, close a day now, or look at it before its end.
     *
     * @return whether the day has anything to close
     */
    boolean request(Partner partner, LocalDate day, Instant now) {
        return transactions.write(connection -> {
            close(
                    connection,
                    partner,
                    day,
                    now,
                    state -> !state.equals(SettlementDay.BALANCED) && !state.equals(SettlementDay.RESOLVED));
            return !SettlementDays.of(connection, partner.id(), day).isEmpty();
        });
    }

    /** How many instructions of a day may still end either way by themselves. */
    long underWay(Partner partner, LocalDate day) {
        return transactions.read(connection -> underWay(connection, partner, day));
    }

    boolean isDue(Partner partner, Instant now) {
        return transactions.read(connection -> {
            try (var select = connection.prepareStatement(
                    "select 1 from settlement_day where partner = ? and due <= ? limit 1")) {
                select.setString(1, partner.id());
                select.setObject(2, now.atOffset(ZoneOffset.UTC));
                try (var row = select.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    /**
     * What was due.
     *
     * @param sent what is to be asked now
     * @param givenUp what the partner did not answer, and is asked again in a day
     */
    record Claimed(List<SettlementDay> sent, List<SettlementDay> givenUp) {}

    /**
     * Takes what is due on: totals and trace numbers of what is sent for the first time, the next due time of all. A day waits
     * for its instructions that are under way. Nothing may leave before this is durable.
     */
    Claimed claim(Lease lease, Partner partner, Instant now) {
        return transactions.write(connection -> {
            if (!leases.holds(connection, lease)) {
                return new Claimed(List.of(), List.of());
            }
            var sent = new ArrayList<SettlementDay>();
            var over = new ArrayList<SettlementDay>();
            for (var day : due(connection, partner, now)) {
                if (day.tries() > 0
                        && now.isAfter(day.since().plus(partner.times().giveUp()))) {
                    over.add(day.askedAnew(now.plus(REST)));
                } else if (day.tries() > 0) {
                    sent.add(repeated(partner, day, now));
                } else if (underWay(connection, partner, day.day()) == 0) {
                    sent.add(first(connection, partner, day, now));
                }
            }
            writer.write(connection, sent);
            writer.write(connection, over);
            return new Claimed(sent, over);
        });
    }

    /** No byte of it left: it goes again as if it had not been tried. */
    void unsent(Lease lease, SettlementDay sent, Instant due) {
        transactions.write(connection -> {
            if (leases.holds(connection, lease)) {
                for (var day : SettlementDays.of(connection, sent.partner(), sent.day())) {
                    if (day.currency().equals(sent.currency()) && day.version() == sent.version() + 1) {
                        writer.write(connection, List.of(waiting(day, day.tries() - 1, due)));
                    }
                }
            }
            return lease;
        });
    }

    private static SettlementDay first(Connection connection, Partner partner, SettlementDay day, Instant now)
            throws SQLException {
        int stan = Traces.take(connection, partner.id(), partner.cutOver().day(now), 1);
        return day.sent(totals(connection, day), stan, Letters.transmitted(now), Sending.due(partner, 1, now));
    }

    private static SettlementDay repeated(Partner partner, SettlementDay day, Instant now) {
        return day.sent(
                day.ours(),
                java.util.Objects.requireNonNull(day.stan()),
                java.util.Objects.requireNonNull(day.transmitted()),
                Sending.due(partner, day.tries() + 1, now));
    }

    private static SettlementDay waiting(SettlementDay day, int tries, @org.jspecify.annotations.Nullable Instant due) {
        return new SettlementDay(
                day.partner(),
                day.day(),
                day.currency(),
                day.state(),
                day.ours(),
                day.theirs(),
                day.stan(),
                day.transmitted(),
                tries,
                due,
                day.since(),
                day.version());
    }

    private static void close(
            Connection connection, Partner partner, LocalDate day, Instant now, Predicate<String> again)
            throws SQLException {
        var known = SettlementDays.of(connection, partner.id(), day);
        for (var currency : OpenDays.currencies(connection, partner, day)) {
            var before = known.stream()
                    .filter(one -> one.currency().equals(currency))
                    .findFirst();
            if (before.isEmpty()) {
                insert(connection, partner, day, currency, now);
            } else if (again.test(before.get().state())) {
                restart(connection, before.get(), now);
            }
        }
    }

    private static void insert(Connection connection, Partner partner, LocalDate day, String currency, Instant now)
            throws SQLException {
        try (var insert = connection.prepareStatement("insert into settlement_day (partner, business_day, currency,"
                + " state, credits, credits_minor, credit_reversals, credit_reversals_minor, debits, debits_minor,"
                + " debit_reversals, debit_reversals_minor, tries, due, since, version)"
                + " values (?, ?, ?, 'closing', 0, 0, 0, 0, 0, 0, 0, 0, 0, ?, ?, 1) on conflict do nothing")) {
            insert.setString(1, partner.id());
            insert.setObject(2, day);
            insert.setString(3, currency);
            insert.setObject(4, now.atOffset(ZoneOffset.UTC));
            insert.setObject(5, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private static void restart(Connection connection, SettlementDay day, Instant now) throws SQLException {
        try (var update = connection.prepareStatement("update settlement_day set state = 'closing', stan = null,"
                + " transmitted = null, tries = 0, due = ?, since = ?, version = version + 1 where partner = ? and business_day = ? and currency = ?"
                + " and version = ?")) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setObject(2, now.atOffset(ZoneOffset.UTC));
            update.setString(3, day.partner());
            update.setObject(4, day.day());
            update.setString(5, day.currency());
            update.setLong(6, day.version());
            update.executeUpdate();
        }
    }

    private static List<SettlementDay> due(Connection connection, Partner partner, Instant now) throws SQLException {
        try (var select = connection.prepareStatement(
                SettlementDays.SELECT + " where partner = ? and due <= ? order by due limit ?")) {
            select.setString(1, partner.id());
            select.setObject(2, now.atOffset(ZoneOffset.UTC));
            select.setInt(3, AT_ONCE);
            return SettlementDays.read(select);
        }
    }

    private static long underWay(Connection connection, Partner partner, LocalDate day) throws SQLException {
        try (var select = connection.prepareStatement("select count(*) from instruction where partner = ?"
                + " and business_day = ? and state in ('sent', 'reversing')")) {
            select.setString(1, partner.id());
            select.setObject(2, day);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /**
     * What was booked there and what was reversed. A reversal that the partner answered with 25, that it knows of nothing to
     * reverse, is neither.
     */
    private static DayTotals totals(Connection connection, SettlementDay day) throws SQLException {
        try (var select = connection.prepareStatement("select kind, state, count(*), sum(minor) from instruction"
                + " where partner = ? and business_day = ? and currency = ? and (state in ('settled', 'returned') or"
                + " state = 'reversed' and coalesce(response, '') <> '25') group by kind, state")) {
            select.setString(1, day.partner());
            select.setObject(2, day.day());
            select.setString(3, day.currency());
            var totals = DayTotals.NONE;
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var kind = row.getString(1).equals(Partner.Kind.DEBIT.label())
                            ? Partner.Kind.DEBIT
                            : Partner.Kind.CREDIT;
                    var sum = new DayTotals.Sum(
                            row.getLong(3), row.getBigDecimal(4).longValueExact());
                    totals = totals.plus(kind, sum, row.getString(2).equals("reversed"));
                }
            }
            return totals;
        }
    }
}
