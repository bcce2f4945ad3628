package org.homeline.settlement;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeline.database.Transactions;
import org.jspecify.annotations.Nullable;

/** The business days with partners, for reading. */
@Singleton
public final class SettlementDays {
    /** As {@link #read} wants it. */
    public static final String SELECT = "select partner, business_day, currency, state,"
            + " credits, credits_minor, credit_reversals, credit_reversals_minor,"
            + " debits, debits_minor, debit_reversals, debit_reversals_minor,"
            + " bank_credits, bank_credits_minor, bank_credit_reversals, bank_credit_reversals_minor,"
            + " bank_debits, bank_debits_minor, bank_debit_reversals, bank_debit_reversals_minor,"
            + " stan, transmitted, tries, due, since, version from settlement_day";

    private final Transactions transactions;

    SettlementDays(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A day in each of its currencies. */
    public List<SettlementDay> of(String partner, LocalDate day) {
        return transactions.read(connection -> of(connection, partner, day));
    }

    /** The same on the caller's connection. */
    public static List<SettlementDay> of(Connection connection, String partner, LocalDate day) throws SQLException {
        try (var select =
                connection.prepareStatement(SELECT + " where partner = ? and business_day = ? order by currency")) {
            select.setString(1, partner);
            select.setObject(2, day);
            return read(select);
        }
    }

    Optional<SettlementDay> find(String partner, LocalDate day, String currency) {
        return of(partner, day).stream()
                .filter(one -> one.currency().equals(currency))
                .findFirst();
    }

    /**
     * How far a partner's days are closed.
     *
     * @param last the last day that is balanced or resolved; null where there is none
     * @param firstDifferent the first that is different, and not resolved yet; null where there is none
     * @param different how many are
     * @param unanswered how many the partner did not answer about for so long that they rest
     */
    public record Closed(
            @Nullable LocalDate last, @Nullable LocalDate firstDifferent, long different, long unanswered) {}

    /** By partner and currency, written {@code partner currency}; one statement. */
    public Map<String, Closed> closed(Instant now) {
        return transactions.<Map<String, Closed>>read(connection -> {
            try (var select = connection.prepareStatement("select partner, currency,"
                    + " max(case when state in ('balanced', 'resolved') then business_day end),"
                    + " min(case when state = 'different' then business_day end),"
                    + " count(case when state = 'different' then 1 end),"
                    + " count(case when state = 'closing' and since > ? then 1 end)"
                    + " from settlement_day group by partner, currency")) {
                select.setObject(1, now.atOffset(ZoneOffset.UTC));
                return readClosed(select);
            }
        });
    }

    private static Map<String, Closed> readClosed(PreparedStatement select) throws SQLException {
        var found = new HashMap<String, Closed>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                found.put(
                        row.getString(1) + " " + row.getString(2),
                        new Closed(
                                row.getObject(3, LocalDate.class),
                                row.getObject(4, LocalDate.class),
                                row.getLong(5),
                                row.getLong(6)));
            }
        }
        return found;
    }

    /** How many are different, and not resolved yet. */
    public long countDifferent() {
        return transactions.read(connection -> {
            try (var select = connection.prepareStatement(
                            "select count(*) from settlement_day where state = 'different'");
                    var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** Those that are different, and not resolved yet, oldest first, a bounded number. */
    public List<SettlementDay> different() {
        return transactions.read(connection -> {
            try (var select = connection.prepareStatement(
                    SELECT + " where state = 'different' order by business_day, partner, currency limit 50")) {
                return read(select);
            }
        });
    }

    /** The rows that a statement beginning with {@link #SELECT} finds. */
    public static List<SettlementDay> read(PreparedStatement select) throws SQLException {
        var found = new ArrayList<SettlementDay>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                var due = row.getObject(24, OffsetDateTime.class);
                found.add(new SettlementDay(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getString(3),
                        row.getString(4),
                        totals(row, 5),
                        row.getObject(13, Long.class) == null ? null : totals(row, 13),
                        row.getObject(21, Integer.class),
                        row.getString(22),
                        row.getInt(23),
                        due == null ? null : due.toInstant(),
                        row.getObject(25, OffsetDateTime.class).toInstant(),
                        row.getLong(26)));
            }
        }
        return found;
    }

    private static DayTotals totals(ResultSet row, int first) throws SQLException {
        return new DayTotals(sum(row, first), sum(row, first + 2), sum(row, first + 4), sum(row, first + 6));
    }

    private static DayTotals.Sum sum(ResultSet row, int first) throws SQLException {
        return new DayTotals.Sum(row.getLong(first), row.getLong(first + 1));
    }
}
