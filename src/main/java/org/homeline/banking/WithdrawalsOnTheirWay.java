package org.homeline.banking;

import jakarta.inject.Singleton;
import org.homeline.customer.Customer;
import org.homeline.customer.OnItsWay;
import org.joda.money.CurrencyUnit;

/** What a bank was told to put into the customer's own account. */
@Singleton
final class WithdrawalsOnTheirWay implements OnItsWay {
    private final BankWithdrawalRows rows;

    WithdrawalsOnTheirWay(BankWithdrawalRows rows) {
        this.rows = rows;
    }

    @Override
    public long minor(Customer customer, CurrencyUnit currency) {
        return rows.sumSent(customer.id(), currency.getCode());
    }
}
