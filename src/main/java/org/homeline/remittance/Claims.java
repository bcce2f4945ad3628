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
import org.homeline.ledger.TransferCode;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Reference;

/** Moves waiting money into the wallet of its recipient: as much of it as the wallet may hold, the oldest first. */
@Singleton
final class Claims implements Welcome {
    private final RemittanceRows remittances;
    private final Customers customers;
    private final Countries countries;
    private final Tiers tiers;

    Claims(RemittanceRows remittances, Customers customers, Countries countries, Tiers tiers) {
        this.remittances = remittances;
        this.customers = customers;
        this.countries = countries;
        this.tiers = tiers;
    }

    @Override
    public void greet(Customer newcomer, Attempt attempt, Draft draft) {
        var waiting = remittances.findWaiting(newcomer.phone());
        if (!waiting.isEmpty()) {
            claim(newcomer, Money.zero(waiting.getFirst().receives().currency()), waiting, attempt, draft);
        }
    }

    /**
     * Adds what fits to the draft.
     *
     * @param inWallet what the wallet holds already
     * @return the sum of what fits
     */
    Money claim(Customer payee, Money inWallet, List<Remittance> waiting, Attempt attempt, Draft draft) {
        var cap = tiers.of(payee, inWallet.currency()).balance();
        var sum = Money.zero(inWallet.currency());
        for (var remittance : waiting) {
            var with = inWallet.plus(sum).plus(remittance.receives());
            if (with.compareTo(cap) <= 0) {
                sum = sum.plus(remittance.receives());
                remittance.waiting().ifPresent(one -> move(payee, one, attempt, draft));
            }
        }
        return sum;
    }

    private void move(Customer payee, Remittance.Waiting waiting, Attempt attempt, Draft draft) {
        var remittance = waiting.remittance();
        var currency = remittance.receives().currency();
        var holding = remittance.holding();
        var bank = new Money(remittance.receiveBankMinor(), currency);
        var wallet = payee.wallet(currency);
        draft.move(holding, wallet.getFirst(), remittance.receives().minus(bank), TransferCode.CLAIM);
        draft.move(holding, wallet.getLast(), bank, TransferCode.CLAIM);
        draft.write(waiting.collectedBy(payee.id(), attempt.now()));
        var reference = new Reference(remittance.reference());
        var payer = customers.find(remittance.payer()).orElseThrow();
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
