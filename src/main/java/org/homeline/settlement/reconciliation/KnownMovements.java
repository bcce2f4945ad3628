package org.homeline.settlement.reconciliation;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.homeline.database.Transactions;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.TransferCode;
import org.homeline.money.Money;
import org.homeline.settlement.Partner;
import org.homeline.settlement.reconciliation.Matching.Known;
import org.joda.money.CurrencyUnit;

/** What the books have that a bank statement's lines may be, and which lines were taken before. */
@Singleton
final class KnownMovements {
    /**
     * What of a payment goes over the safeguarding account: not what came from prefunding. Of older payments it is not known,
     * and all of it is looked for.
     */
    private static final String SAFEGUARDED =
            "case when p.prefunded_minor = p.minor then p.minor else p.minor - p.prefunded_minor end";

    private static final String UNMATCHED = " and not exists (select 1 from statement_line l where l.matched = %s.id)";

    /** How many days a payment is looked for. */
    private static final int OLDEST = 90;

    private static final int MOST = 50;

    /** What is owed again, or was taken elsewhere because nothing showed it, is not what a late line shows. */
    private static final String CORRECTED = " and not exists (select 1 from settlement_exception e where e.id = p.id"
            + " and e.booked_as in ('give-back', 'write-off', 'suspense'))";

    private final Transactions transactions;

    KnownMovements(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Lines by their ids, each as far as it says what was paid. */
    Map<UUID, StatementLine> lines(List<UUID> ids) {
        return transactions.<Map<UUID, StatementLine>>read(connection -> {
            try (var select = connection.prepareStatement("select id, statement, entry, booked, minor, currency,"
                    + " reference, text from statement_line where id = any(?)")) {
                select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
                var found = new HashMap<UUID, StatementLine>();
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        found.put(
                                row.getObject(1, UUID.class),
                                new StatementLine(
                                        row.getString(2),
                                        row.getString(3),
                                        row.getObject(4, LocalDate.class),
                                        row.getLong(5),
                                        row.getString(6),
                                        row.getString(7),
                                        row.getString(8)));
                    }
                }
                return found;
            }
        });
    }

    /** Whether a line was matched with the payment. */
    boolean isShown(UUID payment) {
        return transactions.read(connection -> {
            try (var select = connection.prepareStatement("select 1 from statement_line where matched = ?")) {
                select.setObject(1, payment);
                try (var row = select.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    /** Which of these lines were imported before. */
    Set<UUID> imported(List<UUID> lines) {
        return lines.isEmpty()
                ? Set.of()
                : transactions.<Set<UUID>>read(connection -> {
                    var marks = String.join(",", Collections.nCopies(lines.size(), "?"));
                    try (var select =
                            connection.prepareStatement("select id from statement_line where id in (" + marks + ")")) {
                        for (int i = 0; i < lines.size(); i++) {
                            select.setObject(i + 1, lines.get(i));
                        }
                        var found = new HashSet<UUID>();
                        try (var row = select.executeQuery()) {
                            while (row.next()) {
                                found.add(row.getObject(1, UUID.class));
                            }
                        }
                        return found;
                    }
                });
    }

    /** Payments with the partner, and movements of the safeguarding account, that no line was matched with yet. */
    List<Known> around(Partner partner, LocalDate from, LocalDate to, Set<CurrencyUnit> currencies) {
        var span = new Span(partner.cutOver().zone(), from.minusDays(Matching.DAYS), to.plusDays(Matching.DAYS + 1L));
        return transactions.read(connection -> {
            var found = new ArrayList<Known>();
            payments(connection, partner, span, found);
            for (var currency : currencies) {
                movements(connection, currency, span, found);
            }
            return found;
        });
    }

    /**
     * A payment in the books.
     *
     * @param paid over the safeguarding account, positive where Homeline paid
     */
    record Booked(UUID id, LocalDate day, Money paid, String reference) {}

    /**
     * Payments over the safeguarding account that are matched with no line, although the statements have begun before them and
     * go on until a day by which banks show them: not older than a quarter, a bounded number, each told once.
     *
     * @param first of the lines that are taken now
     * @param last likewise
     */
    List<Booked> unshown(Partner partner, LocalDate first, LocalDate last, Set<CurrencyUnit> currencies) {
        return transactions.read(connection -> {
            var begun = begun(connection, partner)
                    .filter(day -> day.isBefore(first))
                    .orElse(first);
            var oldest = last.minusDays(OLDEST);
            var span = new Span(
                    partner.cutOver().zone(), begun.isAfter(oldest) ? begun : oldest, last.minusDays(Matching.DAYS));
            try (var select = connection.prepareStatement("select p.id, p.at, " + SAFEGUARDED
                    + ", p.currency, p.reference"
                    + " from settlement_payment p where p.partner = ? and p.currency = any(?) and p.at >= ? and p.at < ?"
                    + " and p.prefunded_minor <> p.minor" + UNMATCHED.formatted("p")
                    + " and not exists (select 1 from settlement_exception e where e.id = p.id)"
                    + " order by p.at, p.id limit " + MOST)) {
                select.setString(1, partner.id());
                select.setArray(
                        2,
                        connection.createArrayOf(
                                "varchar",
                                currencies.stream().map(CurrencyUnit::getCode).toArray()));
                select.setObject(3, span.begin());
                select.setObject(4, span.end());
                var found = new ArrayList<Booked>();
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Booked(
                                row.getObject(1, UUID.class),
                                span.day(row.getObject(2, OffsetDateTime.class)),
                                Money.of(row.getLong(3), row.getString(4)),
                                row.getString(5)));
                    }
                }
                return found;
            }
        });
    }

    private static Optional<LocalDate> begun(Connection connection, Partner partner) throws SQLException {
        try (var select = connection.prepareStatement("select min(booked) from statement_line where partner = ?")) {
            select.setString(1, partner.id());
            try (var row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, LocalDate.class));
            }
        }
    }

    private record Span(ZoneId zone, LocalDate from, LocalDate to) {
        OffsetDateTime begin() {
            return from.atStartOfDay(zone).toOffsetDateTime();
        }

        OffsetDateTime end() {
            return to.atStartOfDay(zone).toOffsetDateTime();
        }

        LocalDate day(OffsetDateTime at) {
            return at.atZoneSameInstant(zone).toLocalDate();
        }
    }

    private static void payments(Connection connection, Partner partner, Span span, List<Known> found)
            throws SQLException {
        try (var select = connection.prepareStatement("select p.id, p.at, " + SAFEGUARDED
                + ", p.currency, p.reference from settlement_payment p where p.partner = ? and p.at >= ? and p.at < ?"
                + UNMATCHED.formatted("p") + CORRECTED)) {
            select.setString(1, partner.id());
            select.setObject(2, span.begin());
            select.setObject(3, span.end());
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Known(
                            row.getObject(1, UUID.class),
                            span.day(row.getObject(2, OffsetDateTime.class)),
                            Money.of(-row.getLong(3), row.getString(4)),
                            Optional.of(row.getString(5))));
                }
            }
        }
    }

    /**
     * Agents' floats, exchanges and the like. Payments have their own rows; corrections, and what is refunded because a line shows
     * that a bank sent it back, are of lines that were taken before.
     * Reads every transfer of the span, because none is looked up by its accounts but here, seldom.
     */
    private static void movements(Connection connection, CurrencyUnit currency, Span span, List<Known> found)
            throws SQLException {
        var safeguarding =
                Account.ofOperator(AccountCode.SAFEGUARDING, currency).id();
        try (var select = connection.prepareStatement("select t.id, j.at, t.amount, t.debit_id from transfer t"
                + " join journal j on j.id = t.journal where (t.debit_id = ? or t.credit_id = ?) and t.kind in (0, 2)"
                + " and t.code not in (?, ?, ?) and j.at >= ? and j.at < ?" + UNMATCHED.formatted("t"))) {
            select.setObject(1, safeguarding);
            select.setObject(2, safeguarding);
            select.setInt(3, TransferCode.SETTLE.number());
            select.setInt(4, TransferCode.CORRECTION.number());
            select.setInt(5, TransferCode.REFUND.number());
            select.setObject(6, span.begin());
            select.setObject(7, span.end());
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    boolean in = row.getObject(4, UUID.class).equals(safeguarding);
                    found.add(new Known(
                            row.getObject(1, UUID.class),
                            span.day(row.getObject(2, OffsetDateTime.class)),
                            new Money(in ? row.getLong(3) : -row.getLong(3), currency),
                            Optional.empty()));
                }
            }
        }
    }
}
