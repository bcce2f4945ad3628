package org.homeline.settlement.reconciliation;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.TreeMap;
import java.util.UUID;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.Check;
import org.homeline.ledger.Finding;
import org.homeline.settlement.Partners;

/** That nothing but instructions, payments and approved corrections moves what is owed to banks. */
@Singleton
final class NetPositionCheck implements Check {
    /** What Homeline owes by each of them: a row a kind, partner and currency. */
    private static final String CAUSES = """
            select partner, currency, sum(case when kind = 'credit' then minor else -minor end)
            from instruction where state in ('settled', 'returned') group by partner, currency
            union all
            select partner, currency, -sum(minor) from settlement_payment group by partner, currency
            union all
            select partner, currency, -sum(case when booked_as = 'return' then moves_minor else gap_minor end)
            from settlement_exception
            where line is null and kind <> 'unshown-payment' and booked_as in ('write-off', 'suspense', 'return')
            group by partner, currency
            union all
            select partner, currency, sum(gap_minor) from settlement_exception
            where kind = 'unshown-payment' and booked_as = 'give-back' group by partner, currency
            """;

    private final Partners partners;

    NetPositionCheck(Partners partners) {
        this.partners = partners;
    }

    @Override
    public String name() {
        return "net positions";
    }

    @Override
    public String proves() {
        return "What is owed to each bank follows from instructions, payments and corrections.";
    }

    @Override
    public Finding run(Connection connection) throws SQLException {
        var owed = new TreeMap<String, BigDecimal>();
        try (var select = connection.prepareStatement(CAUSES);
                var row = select.executeQuery()) {
            while (row.next()) {
                owed.merge(row.getString(1) + " " + row.getString(2), row.getBigDecimal(3), BigDecimal::add);
            }
        }
        var tally = new Finding.Tally();
        for (var partner : partners.all()) {
            for (var currency : partner.currencies().keySet()) {
                tally.count(1);
                var booked = booked(connection, partner.settlement(currency).id());
                var caused = owed.getOrDefault(partner.id() + " " + currency.getCode(), BigDecimal.ZERO);
                if (booked.compareTo(caused) != 0) {
                    tally.broken("%s is owed %s minor units of %s by the books, %s by what caused it"
                            .formatted(partner.id(), booked, currency.getCode(), caused));
                }
            }
        }
        owed.forEach((key, minor) -> {
            if (minor.signum() != 0
                    && partners.find(key.substring(0, key.indexOf(' '))).isEmpty()) {
                tally.count(1);
                tally.broken(
                        "%s minor units are owed to %s, whose file in iso8583/partners is gone".formatted(minor, key));
            }
        });
        return tally.finding();
    }

    /** One account by its key; there are as many as partners' currencies. */
    private static BigDecimal booked(Connection connection, UUID account) throws SQLException {
        try (var select = connection.prepareStatement(
                "select credits_posted - debits_posted from account where id = ? and code = ?")) {
            select.setObject(1, account);
            select.setString(2, AccountCode.SETTLEMENT.label());
            try (var row = select.executeQuery()) {
                return row.next() ? row.getBigDecimal(1) : BigDecimal.ZERO;
            }
        }
    }
}
