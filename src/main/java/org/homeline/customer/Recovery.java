package org.homeline.customer;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.homeline.customer.Activity.What;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.Refusal;
import org.homeline.ledger.TransferCode;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Movement;
import org.homeline.operation.Outcome;
import org.homeline.operation.Refused;

/**
 * Takes back from a wallet what a bank paid in and has taken back since: as much as is there, what came from banks first, and
 * where that is not enough also what was reserved. The operator bears the rest: no wallet is ever overdrawn.
 */
@Singleton
public final class Recovery {
    private static final Map<Refusal, Outcome> SPENT_MEANWHILE =
            Map.of(Refusal.EXCEEDS_CREDITS, new Refused(Refused.BUSY));

    private final Customers customers;
    private final Wallets wallets;
    private final Optional<Reservation> reservation;

    Recovery(Customers customers, Wallets wallets, Optional<Reservation> reservation) {
        this.customers = customers;
        this.wallets = wallets;
        this.reservation = reservation;
    }

    /**
     * Adds it to the draft and tells the customer.
     *
     * @param bankName how the customer's account at the bank is shown
     * @param atBank where the bank's money is booked
     * @return for the policies: what was reserved, and counts against no limit any more
     */
    public Optional<Movement> take(
            Attempt attempt, Draft draft, Customer customer, Money amount, String bankName, Account atBank) {
        boolean isEnough = customers.available(customer).compareTo(amount) >= 0;
        var freed = reservation
                .filter(_ -> !isEnough)
                .flatMap(one -> one.free(attempt, draft, customer))
                .map(counted -> Movement.refund(customer.id(), counted.out(), counted.out(), counted));
        var balance = isEnough ? customers.available(customer) : wallets.withHeld(customer, amount.currency());
        var taken = Money.zero(amount.currency());
        for (var part : wallets.recoverable(customer, amount, !isEnough)) {
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
                        "none", taken.isZero(),
                        "balance", balance.minus(taken),
                        "reference", reference));
        return freed;
    }
}
