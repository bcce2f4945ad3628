package org.homeline.agent;

import jakarta.inject.Singleton;
import java.util.Map;
import org.homeline.customer.Activity.What;
import org.homeline.ledger.Refusal;
import org.homeline.ledger.TransferCode;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Movement;
import org.homeline.operation.Outcome;
import org.homeline.operation.Reference;

/** Hands out cash against a code that was found right: what was held becomes the agent's float. */
@Singleton
final class Handover {
    private final Agents agents;
    private final Till till;
    private final Commissions commissions;
    private final Deals deals;

    Handover(Agents agents, Till till, Commissions commissions, Deals deals) {
        this.agents = agents;
        this.till = till;
        this.commissions = commissions;
        this.deals = deals;
    }

    /**
     * What is to be committed, and what to say of it then.
     *
     * @param left in the agent's float afterwards
     */
    record Prepared(
            Draft draft,
            Movement movement,
            Reference reference,
            String name,
            Money amount,
            Money commission,
            Money left) {}

    Prepared prepare(Attempt attempt, Agent agent, Presented.Right right) {
        var cashOut = right.cashOut();
        var customer = right.customer();
        var amount = cashOut.amount();
        var reference = attempt.reference();
        var gone = Map.<Refusal, Outcome>of(
                Refusal.PENDING_TRANSFER_EXPIRED, new Unserved.CodeExpired(),
                Refusal.PENDING_TRANSFER_ALREADY_POSTED, new Unserved.CodeExpired(),
                Refusal.PENDING_TRANSFER_ALREADY_VOIDED, new Unserved.CodeExpired());
        var draft = right.tries().in(attempt.draft());
        cashOut.pendings().forEach(pending -> draft.post(pending, gone));
        draft.move(
                CashOut.holding(cashOut.id(), amount.currency()),
                agent.floatIn(amount.currency()),
                amount,
                TransferCode.CASH_OUT);
        var commission = commissions.pay(attempt, draft, agent, customer, amount, What.CASH_OUT);
        draft.write(cashOut.paid(agent, reference));
        deals.cashOut(attempt, draft, agent, cashOut, commission, reference);
        till.receipts(attempt, draft, agent, customer, reference, amount, What.CASH_OUT);
        return new Prepared(
                draft,
                new Movement(Movement.Purpose.HANDOVER, customer.id(), null, amount, amount),
                reference,
                customer.name(),
                amount,
                commission,
                agents.inFloat(agent).plus(amount));
    }
}
