package org.homeline.settlement.reconciliation;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.homeline.database.Transactions;

/** What banks said of their days item by item, for reading. */
@Singleton
final class BankItems {
    private static final int ROWS_AT_ONCE = 1_000;

    private final Transactions transactions;

    BankItems(Transactions transactions) {
        this.transactions = transactions;
    }

    /** By trace number. A file has a bounded number. */
    List<BankItem> of(String partner, LocalDate day) {
        return transactions.read(connection -> {
            try (var select = connection.prepareStatement("select stan, rrn, kind, minor, currency, tail, status"
                    + " from settlement_item where partner = ? and business_day = ? order by stan, rrn")) {
                select.setString(1, partner);
                select.setObject(2, day);
                select.setFetchSize(ROWS_AT_ONCE);
                var found = new ArrayList<BankItem>();
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new BankItem(
                                row.getInt(1),
                                row.getString(2),
                                row.getString(3),
                                row.getLong(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7)));
                    }
                }
                return found;
            }
        });
    }
}
