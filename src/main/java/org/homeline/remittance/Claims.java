package org.homeline.remittance;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.homeline.customer.Activity;
import org.homeline.customer.Activity.What;
import org.homeline.customer.Countries;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.customer.Tiers;
import org.homeline.customer.Welcome;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.TransferCode;
import org.homeline.ledger.Turns;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Reference;
import org.homeline.phone.PhoneNumber;

/**
 * Moves waiting money into the wallet of its recipient: as much of it as the wallet may hold, the oldest first. Somebody who
 * registers and somebody who pays to the same number at the same moment take the same turn: so the money neither waits for
 * a customer nor is forgotten.
 */
@Singleton
final class Claims implements Welcome {
    private final RemittanceRows remittances;
    private final Customers customers;
    private final Countries countries;
    private final Tiers tiers;
    private final Turns turns;

    Claims(RemittanceRows remittances, Customers customers, Countries countries, Tiers tiers, Turns turns) {
        this.remittances = remittances;
        this.customers = customers;
        this.countries = countries;
        this.tiers = tiers;
        this.turns = turns;
    }

    @Override
    public void greet(Customer newcomer, Attempt attempt, Draft draft) {
        draft.write(turn(newcomer.number()));
        var waiting = remittances.findWaiting(newcomer.phone());
        if (!waiting.isEmpty()) {
            claim(newcomer, Money.zero(waiting.getFirst().receives().currency()), waiting, attempt, draft);
        }
    }

    /** The turn at deciding whether the number is a customer's; to be taken before that is read. */
    Turns.Turn turn(PhoneNumber number) {
        return turns.take("customer of " + number);
    }

    /**
     * Adds what fits to the draft.
     *
     * @param inWallet what the wallet holds already
     * @return the sum of what fits
     */
    Money claim(Customer payee, Money inWallet, List<Remittance> waiting, Attempt attempt, Draft draft) {
        var cap = tiers.of(payee, inWallet.currency()).balance();
        var payers =
                customers.all(waiting.stream().map(Remittance::payer).distinct().toList());
        var sum = Money.zero(inWallet.currency());
        for (var remittance : waiting) {
            var with = inWallet.plus(sum).plus(remittance.receives());
            if (with.compareTo(cap) <= 0) {
                sum = sum.plus(remittance.receives());
                var payer = java.util.Objects.requireNonNull(payers.get(remittance.payer()));
                remittance.waiting().ifPresent(one -> move(payer, payee, one, attempt, draft));
            }
        }
        return sum;
    }

    private void move(Customer payer, Customer payee, Remittance.Waiting waiting, Attempt attempt, Draft draft) {
        var remittance = waiting.remittance();
        var currency = remittance.receives().currency();
        var holding = remittance.holding();
        var bank = new Money(remittance.receiveBankMinor(), currency);
        var wallet = payee.wallet(currency);
        draft.move(holding, wallet.getFirst(), remittance.receives().minus(bank), TransferCode.CLAIM);
        draft.move(holding, wallet.getLast(), bank, TransferCode.CLAIM);
        var kept = remittance.refundable();
        draft.move(
                remittance.refundHolding(),
                Account.ofOperator(AccountCode.EXCHANGE_POSITION, kept.currency()),
                kept,
                TransferCode.CLAIM);
        draft.write(waiting.collectedBy(payee.id(), attempt.now()));
        var reference = new Reference(remittance.reference());
        draft.write(Activity.in(attempt, payee.id(), reference, What.RECEIVED, remittance.receives(), payer.name()));
        draft.tell(
                payee.number(),
                payee.spoken(),
                "remittance.received",
                Map.of(
                        "receives", remittance.receives(),
                        "payer", payer.name(),
                        "reference", reference,
                        "dial", countries.dial(payee.number())));
        draft.tell(
                payer.number(),
                payer.spoken(),
                "remittance.collected",
                Map.of("receives", remittance.receives(), "payee", payee.name(), "reference", reference));
    }
}
