package org.homeline.settlement.link;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Systems trace audit numbers (field 11), unique for a partner and its business day over restarts and nodes, and the
 * retrieval reference numbers (field 37) made of them.
 */
final class Traces {
    /** Six digits. */
    static final int LAST = 999_999;

    private Traces() {}

    /**
     * The first of so many numbers in a row, taken in the caller's transaction.
     *
     * @throws NumbersUsedUpException where the day has too few left
     */
    static int take(Connection connection, String partner, LocalDate day, int count) throws SQLException {
        return takeIfLeft(connection, partner, day, count).orElseThrow(() -> new NumbersUsedUpException(partner, day));
    }

    /** Likewise; empty where the day has too few left. */
    static OptionalInt takeIfLeft(Connection connection, String partner, LocalDate day, int count) throws SQLException {
        try (var create = connection.prepareStatement(
                "insert into trace_number (partner, business_day, last) values (?, ?, 0) on conflict do nothing")) {
            create.setString(1, partner);
            create.setObject(2, day);
            create.executeUpdate();
        }
        int last;
        try (var read = connection.prepareStatement(
                "select last from trace_number where partner = ? and business_day = ? for update")) {
            read.setString(1, partner);
            read.setObject(2, day);
            try (var row = read.executeQuery()) {
                row.next();
                last = row.getInt(1);
            }
        }
        if (last + count > LAST) {
            return OptionalInt.empty();
        }
        try (var update = connection.prepareStatement(
                "update trace_number set last = ? where partner = ? and business_day = ?")) {
            update.setInt(1, last + count);
            update.setString(2, partner);
            update.setObject(3, day);
            update.executeUpdate();
        }
        return OptionalInt.of(last + 1);
    }

    /**
     * Twelve digits, by the custom of the field: the last digit of the year, the day of the year, two digits that say that
     * Homeline gave it, and the trace number.
     */
    static String reference(LocalDate day, int stan) {
        return String.format(Locale.ROOT, "%d%03d00%06d", day.getYear() % 10, day.getDayOfYear(), stan);
    }

    /** A partner's business day has no trace numbers left: nothing more is sent until the next. */
    static final class NumbersUsedUpException extends RuntimeException {
        NumbersUsedUpException(String partner, LocalDate day) {
            super("all trace numbers of " + partner + " for " + day + " are used");
        }
    }
}
