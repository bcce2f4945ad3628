package org.homeline.remittance;

import jakarta.inject.Singleton;
import org.homeline.customer.Customer;
import org.homeline.customer.OnItsWay;
import org.homeline.database.Transactions;
import org.joda.money.CurrencyUnit;

/** Payments that a bank was told to put into somebody's account: what it declines comes back with fee and tax. */
@Singleton
final class BankPaymentsOnTheirWay implements OnItsWay {
    private final Transactions transactions;

    BankPaymentsOnTheirWay(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public long minor(Customer customer, CurrencyUnit currency) {
        return transactions.read(connection -> {
            try (var select =
                    connection.prepareStatement("select coalesce(sum(amount_minor + fee_minor + tax_minor), 0)"
                            + " from remittance where payer = ? and state = 'banking' and send_currency = ?")) {
                select.setObject(1, customer.id());
                select.setString(2, currency.getCode());
                try (var row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }
}
