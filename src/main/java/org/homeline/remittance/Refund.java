package org.homeline.remittance;

import jakarta.inject.Singleton;
import java.util.List;
import org.homeline.customer.Activity;
import org.homeline.customer.Activity.What;
import org.homeline.customer.Customer;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.TransferCode;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Movement;
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
        var send = remittance.amount().currency();
        var receive = remittance.receives().currency();
        draft.move(
                remittance.holding(),
                Account.ofOperator(AccountCode.EXCHANGE_POSITION, receive),
                remittance.receives(),
                TransferCode.REFUND);
        var kept = remittance.refundable();
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
                .forEach(leg -> draft.move(leg.debit(), leg.credit(), leg.amount(), leg.code()));
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
