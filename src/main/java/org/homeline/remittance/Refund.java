package org.homeline.remittance;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.homeline.customer.Activity;
import org.homeline.customer.Activity.What;
import org.homeline.customer.Customer;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.Refusal;
import org.homeline.ledger.TransferCode;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Movement;
import org.homeline.operation.Outcome;
import org.homeline.operation.Reference;

/** Gives everything back, fees and taxes included, to the accounts that it came from. */
@Singleton
final class Refund {

    /**
     * Adds the way back to the draft: the money stops waiting and is the sender's again. It is all there: what was exchanged
     * was kept for this.
     */
    Movement prepare(Attempt attempt, Draft draft, Customer payer, Remittance.Held held, Remittance after) {
        var remittance = held.remittance();
        return giveBack(
                attempt, draft, payer, remittance, remittance.holding(), remittance.refundable(), Map.of(), after);
    }

    /**
     * Likewise where it was at a bank already: the exchange is undone at its own rate, out of the exchange position.
     *
     * @param from where what the payee should have is now
     * @param notThere what to answer where the position has not what it got for it
     */
    Movement prepareReturned(
            Attempt attempt, Draft draft, Customer payer, Remittance.Banked banked, Account from, Outcome notThere) {
        var remittance = banked.remittance();
        var nothing = Money.zero(remittance.amount().currency());
        return giveBack(
                attempt,
                draft,
                payer,
                remittance,
                from,
                nothing,
                Map.of(Refusal.EXCEEDS_CREDITS, notThere),
                banked.declined(attempt.now()));
    }

    /** @param kept what of the amount is in refund holding, and not in the position */
    private static Movement giveBack(
            Attempt attempt,
            Draft draft,
            Customer payer,
            Remittance remittance,
            Account from,
            Money kept,
            Map<Refusal, Outcome> otherwise,
            Remittance after) {
        var send = remittance.amount().currency();
        var receive = remittance.receives().currency();
        draft.move(
                from,
                Account.ofOperator(AccountCode.EXCHANGE_POSITION, receive),
                remittance.receives(),
                TransferCode.REFUND);
        var sources = List.of(
                new Legs.End(remittance.refundHolding(), kept, TransferCode.REFUND),
                new Legs.End(
                        Account.ofOperator(AccountCode.EXCHANGE_POSITION, send),
                        remittance.amount().minus(kept),
                        TransferCode.REFUND),
                new Legs.End(Account.ofOperator(AccountCode.FEES, send), remittance.fee(), TransferCode.REFUND),
                new Legs.End(Account.ofOperator(AccountCode.TAXES, send), remittance.tax(), TransferCode.REFUND));
        var bank = new Money(remittance.totalBankMinor(), send);
        var wallet = payer.wallet(send);
        var destinations = List.of(
                new Legs.End(wallet.getFirst(), remittance.total().minus(bank), TransferCode.REFUND),
                new Legs.End(wallet.getLast(), bank, TransferCode.REFUND));
        Legs.pair(sources, destinations, true)
                .forEach(leg -> draft.move(leg.debit(), leg.credit(), leg.amount(), leg.code(), otherwise));
        draft.write(after);
        draft.write(Activity.in(
                attempt,
                payer.id(),
                new Reference(remittance.reference()),
                What.REFUNDED,
                remittance.total(),
                remittance.payeeShown()));
        draft.fact("reference", remittance.reference())
                .fact("state", after.state())
                .fact("refund", remittance.total());
        return Movement.refund(
                payer.id(),
                remittance.receives(),
                remittance.total(),
                new Movement.Counted(remittance.amount(), remittance.counted()));
    }
}
