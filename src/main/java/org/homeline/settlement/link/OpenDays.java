package org.homeline.settlement.link;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.homeline.settlement.Partner;

/**
 * Which business days are to be held against a partner's totals, and in which currencies: all since anything was first said to
 * it, for on a day without instructions it may have undone earlier ones.
 */
final class OpenDays {
    /** No day is older that still has instructions under way. */
    private static final int LOOK_BACK_DAYS = 60;

    private OpenDays() {}

    /** Past days since the link's first that are not closed, of those that are looked back on. */
    static List<LocalDate> over(Connection connection, Partner partner, LocalDate today) throws SQLException {
        var oldest = today.minusDays(LOOK_BACK_DAYS);
        var begun = first(connection, partner);
        if (begun.isEmpty() || !begun.get().isBefore(today)) {
            return List.of();
        }
        var closed = closed(connection, partner, oldest);
        return (begun.get().isAfter(oldest) ? begun.get() : oldest)
                .datesUntil(today)
                .filter(day -> !closed.contains(day))
                .toList();
    }

    /** On which anything was first said to the partner; empty before. */
    private static Optional<LocalDate> first(Connection connection, Partner partner) throws SQLException {
        try (var select = connection.prepareStatement("select min(business_day) from trace_number where partner = ?")) {
            select.setString(1, partner.id());
            try (var row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, LocalDate.class));
            }
        }
    }

    private static Set<LocalDate> closed(Connection connection, Partner partner, LocalDate from) throws SQLException {
        try (var select = connection.prepareStatement("select distinct business_day from settlement_day"
                + " where partner = ? and business_day >= ? and state <> 'open'")) {
            select.setString(1, partner.id());
            select.setObject(2, from);
            var days = new HashSet<LocalDate>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    days.add(row.getObject(1, LocalDate.class));
                }
            }
            return days;
        }
    }

    /** None on a day before anything was said to the partner. */
    static List<String> currencies(Connection connection, Partner partner, LocalDate day) throws SQLException {
        if (first(connection, partner).filter(begun -> !begun.isAfter(day)).isEmpty()) {
            return List.of();
        }
        var found = new TreeSet<String>();
        partner.currencies().keySet().forEach(currency -> found.add(currency.getCode()));
        // One may have been taken out of the partner's file since.
        try (var select = connection.prepareStatement("select distinct currency from instruction"
                + " where partner = ? and business_day = ? and state <> 'queued'")) {
            select.setString(1, partner.id());
            select.setObject(2, day);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        return List.copyOf(found);
    }
}
