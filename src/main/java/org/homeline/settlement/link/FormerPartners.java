package org.homeline.settlement.link;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.homeline.database.Transactions;
import org.homeline.ledger.Account;
import org.homeline.ledger.Books;
import org.homeline.money.Money;
import org.homeline.settlement.Partner;
import org.homeline.settlement.Partners;
import org.joda.money.CurrencyUnit;

/**
 * Partners whose file was taken out, or a currency out of it, while instructions to them were under way or something was owed:
 * nobody sends, ends or settles that any more until the file is back. All other partners go on.
 */
@Singleton
public final class FormerPartners {
    /** Known from the days that were compared, from payments, and from what is under way. */
    private static final String DEALT_WITH = "select partner, currency from settlement_day"
            + " union select partner, currency from settlement_payment"
            + " union select partner, currency from instruction where state in ('queued', 'sent', 'reversing', 'exception')";

    private final Partners partners;
    private final SendingTable sendings;
    private final Transactions transactions;
    private final Books books;

    FormerPartners(Partners partners, SendingTable sendings, Transactions transactions, Books books) {
        this.partners = partners;
        this.sendings = sendings;
        this.transactions = transactions;
        this.books = books;
    }

    /**
     * One of them.
     *
     * @param isGone whether there is no file at all
     * @param underWay how many instructions have no end yet
     * @param owed what Homeline owes in currencies that no file has; negative what it is owed
     */
    public record Former(String partner, boolean isGone, long underWay, List<Money> owed) {
        /** What an operator does about it. */
        public String mend() {
            var file = "iso8583/partners/" + partner + ".yaml";
            return (isGone ? file + " is gone" : file + " keeps no accounts in " + currencies() + " any more")
                    + ", but " + left()
                    + (isGone ? ": put the file back" : ": put them back")
                    + ", and leave it until ./homeline settlement status shows none, and nobody owes anybody";
        }

        private String currencies() {
            return owed.stream().map(one -> one.currency().getCode()).collect(Collectors.joining(", "));
        }

        private String left() {
            var left = new ArrayList<String>();
            if (underWay > 0) {
                left.add(underWay + (underWay == 1 ? " instruction is" : " instructions are") + " under way with it");
            }
            owed.stream().map(Former::said).forEach(left::add);
            return String.join(", and ", left);
        }

        private static String said(Money owed) {
            return owed.isPositive() ? "Homeline owes it " + owed : "it owes Homeline " + owed.abs();
        }
    }

    /** By name. */
    public List<Former> all() {
        var underWay = new HashMap<String, Long>();
        sendings.waiting().stream()
                .filter(waiting -> partners.find(waiting.partner()).isEmpty())
                .forEach(waiting -> underWay.merge(waiting.partner(), waiting.instructions(), Long::sum));
        var owed = owed();
        var names = new TreeMap<String, Boolean>();
        underWay.keySet().forEach(name -> names.put(name, true));
        owed.keySet().forEach(name -> names.put(name, partners.find(name).isEmpty()));
        return names.entrySet().stream()
                .map(one -> new Former(
                        one.getKey(),
                        one.getValue(),
                        underWay.getOrDefault(one.getKey(), 0L),
                        owed.getOrDefault(one.getKey(), List.of())))
                .toList();
    }

    /** By partner, in currencies that its file does not have. */
    private Map<String, List<Money>> owed() {
        var names = new ArrayList<String>();
        var accounts = new ArrayList<Account>();
        transactions.read(connection -> {
            dealtWith(connection, names, accounts);
            return names;
        });
        var owed = new HashMap<String, List<Money>>();
        if (!accounts.isEmpty()) {
            var totals = books.totals(accounts);
            for (int i = 0; i < names.size(); i++) {
                long balance = totals.get(i).balance();
                if (balance != 0) {
                    owed.computeIfAbsent(names.get(i), _ -> new ArrayList<>())
                            .add(new Money(balance, accounts.get(i).currency()));
                }
            }
        }
        return owed;
    }

    private void dealtWith(Connection connection, List<String> names, List<Account> accounts) throws SQLException {
        try (var select = connection.prepareStatement(DEALT_WITH);
                var row = select.executeQuery()) {
            while (row.next()) {
                var currency = CurrencyUnit.of(row.getString(2));
                if (partners.find(row.getString(1))
                        .filter(one -> one.currencies().containsKey(currency))
                        .isEmpty()) {
                    names.add(row.getString(1));
                    accounts.add(Partner.settlement(row.getString(1), currency));
                }
            }
        }
    }
}
