package org.homeline.ledger;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.TreeMap;

/** That customers' money is there: the rule of DESIGN.md, with the sides that the chart of accounts gives. */
@Singleton
final class SafeguardingCheck implements Check {
    private final ChartOfAccounts chart;

    SafeguardingCheck(ChartOfAccounts chart) {
        this.chart = chart;
    }

    /** Posted balances in minor units of one currency. */
    private record Sums(BigDecimal assets, BigDecimal own, BigDecimal owed) {
        private static final Sums NONE = new Sums(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        /** @param balance credits less debits */
        Sums plus(AccountCode code, ChartOfAccounts.Side side, BigDecimal balance) {
            return switch (side) {
                case ASSET -> new Sums(assets.subtract(balance), own, owed);
                case OWED -> new Sums(assets, own, owed.add(balance));
                case OWN ->
                    code == AccountCode.OWN_FUNDS || code == AccountCode.EXCHANGE_POSITION
                            ? new Sums(assets, own.add(balance), owed)
                            : this;
            };
        }

        boolean cover() {
            return assets.subtract(own).compareTo(owed) >= 0;
        }
    }

    @Override
    public String name() {
        return "safeguarding";
    }

    @Override
    public String proves() {
        return "In every currency the assets less own funds and exchange position are at least what is owed.";
    }

    @Override
    public Finding run(Connection connection) throws SQLException {
        var tally = new Finding.Tally();
        var currencies = new TreeMap<String, Sums>();
        try (var select = connection.prepareStatement(
                        "select currency, code, sum(credits_posted) - sum(debits_posted) from account"
                                + " group by currency, code");
                var row = select.executeQuery()) {
            while (row.next()) {
                var currency = row.getString(1);
                var code = AccountCode.find(row.getString(2));
                if (code.isEmpty()) {
                    tally.broken("%s: no account is called %s".formatted(currency, row.getString(2)));
                } else {
                    var sums = currencies.getOrDefault(currency, Sums.NONE);
                    currencies.put(currency, sums.plus(code.get(), chart.side(code.get()), row.getBigDecimal(3)));
                }
            }
        }
        tally.count(currencies.size());
        currencies.forEach((currency, sums) -> {
            if (!sums.cover()) {
                tally.broken(
                        ("%s: assets %s less own funds and exchange position %s are below the %s owed, in minor units."
                                        + " What was lost is paid in with ./homeline treasury cover")
                                .formatted(currency, sums.assets, sums.own, sums.owed));
            }
        });
        return tally.finding();
    }
}
