package org.homeline.ledger;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.homeline.database.Transactions;
import org.homeline.money.Money;

/** The books at a glance. */
@Singleton
public final class Balances {
    private final Transactions transactions;
    private final ChartOfAccounts chart;

    Balances(Transactions transactions, ChartOfAccounts chart) {
        this.transactions = transactions;
        this.chart = chart;
    }

    /**
     * All accounts of one kind in one currency.
     *
     * @param balance posted credits less posted debits
     * @param held pending debits
     */
    public record OfKind(AccountCode code, String side, Money balance, Money held) {}

    /** By currency, then in the order of the chart. */
    public List<OfKind> byKind() {
        return transactions.read(connection -> {
            var found = new ArrayList<OfKind>();
            try (var select = connection.prepareStatement("select code, currency,"
                            + " sum(credits_posted) - sum(debits_posted), sum(debits_pending)"
                            + " from account group by code, currency");
                    var row = select.executeQuery()) {
                while (row.next()) {
                    var code = code(row.getString(1));
                    found.add(new OfKind(
                            code,
                            chart.side(code).name().toLowerCase(Locale.ROOT),
                            Money.of(row.getBigDecimal(3).longValueExact(), row.getString(2)),
                            Money.of(row.getBigDecimal(4).longValueExact(), row.getString(2))));
                }
            }
            found.sort(java.util.Comparator.comparing(
                            (OfKind one) -> one.balance().currency().getCode())
                    .thenComparing(OfKind::code));
            return found;
        });
    }

    private static AccountCode code(String label) {
        return AccountCode.valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
