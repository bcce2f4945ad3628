package org.homeline.customer;

import jakarta.inject.Singleton;
import java.util.Map;
import org.homeline.customer.Activity.What;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.Refusal;
import org.homeline.ledger.TransferCode;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Outcome;
import org.homeline.operation.Refused;

/**
 * Takes back from a wallet what a bank paid in and has taken back since: as much as is there and not reserved, what came from
 * banks first. The operator bears the rest: no wallet is ever overdrawn.
 */
@Singleton
public final class Recovery {
    private static final Map<Refusal, Outcome> SPENT_MEANWHILE =
            Map.of(Refusal.EXCEEDS_CREDITS, new Refused(Refused.BUSY));

    private final Customers customers;
    private final Wallets wallets;

    Recovery(Customers customers, Wallets wallets) {
        this.customers = customers;
        this.wallets = wallets;
    }

    /**
     * Adds it to the draft and tells the customer.
     *
     * @param bankName how the customer's account at the bank is shown
     * @param atBank where the bank's money is booked
     */
    public void take(Attempt attempt, Draft draft, Customer customer, Money amount, String bankName, Account atBank) {
        var balance = customers.available(customer);
        var taken = Money.zero(amount.currency());
        for (var part : wallets.recoverable(customer, amount)) {
            draft.move(part.account(), atBank, part.amount(), TransferCode.CORRECTION, SPENT_MEANWHILE);
            taken = taken.plus(part.amount());
        }
        var lost = amount.minus(taken);
        var losses = Account.ofOperator(AccountCode.WRITE_OFF, amount.currency());
        var reference = attempt.reference();
        draft.move(losses, atBank, lost, TransferCode.CORRECTION)
                .fact("recovered", taken)
                .fact("written off", lost)
                .fact("reference", reference);
        if (taken.isPositive()) {
            draft.write(Activity.out(attempt, customer.id(), reference, What.BANK_TAKEN_BACK, taken, bankName));
        }
        draft.tell(
                customer.number(),
                customer.spoken(),
                "customer.bank-took-back",
                Map.of(
                        "bankName", bankName,
                        "amount", amount,
                        "taken", taken,
                        "balance", balance.minus(taken),
                        "reference", reference));
    }
}
