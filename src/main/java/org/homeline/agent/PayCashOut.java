package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Map;
import org.homeline.customer.Activity.What;
import org.homeline.ledger.Refusal;
import org.homeline.ledger.TransferCode;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Movement;
import org.homeline.operation.Outcome;

/** An agent hands out cash against a customer's code: what was held becomes the agent's float. */
@Singleton
final class PayCashOut extends AgentOperation<PayCashOut.Input, PayCashOut.Reply> {
    @Serdeable
    record Input(String number, String code) {}

    /** How it can end. */
    sealed interface Reply extends Outcome
            permits PayCashOut.PaidOut,
                    Unserved.WrongCode,
                    Unserved.CodeExpired,
                    Unserved.TooManyWrong,
                    Unserved.BadNumber,
                    Unserved.Yourself {}

    @Serdeable
    record PaidOut(String reference, String name, Money amount, Money commission, Money left) implements Reply {}

    private final Agents agents;
    private final Presented presented;
    private final Till till;
    private final Commissions commissions;

    PayCashOut(Agents agents, Presented presented, Till till, Commissions commissions) {
        super("agent.cashOut", Input.class, Reply.class, Consent.PIN, agents);
        this.agents = agents;
        this.presented = presented;
        this.till = till;
        this.commissions = commissions;
    }

    @Override
    Decision<Reply> decide(Input input, Attempt attempt, Agent agent) {
        return switch (presented.find(agent, input.number(), input.code(), attempt)) {
            case Unserved.BadNumber bad -> Decision.answer(bad);
            case Unserved.Yourself yourself -> Decision.answer(yourself);
            case Unserved.CodeExpired gone -> Decision.answer(gone);
            case Presented.Wrong wrong ->
                Decision.propose(new Unserved.WrongCode(), wrong.tries().in(attempt.draft()));
            case Presented.Right right -> pay(attempt, agent, right);
        };
    }

    private Decision<Reply> pay(Attempt attempt, Agent agent, Presented.Right right) {
        var amount = right.cashOut().amount();
        var reference = attempt.reference();
        var gone = Map.<Refusal, Outcome>of(
                Refusal.PENDING_TRANSFER_EXPIRED, new Unserved.CodeExpired(),
                Refusal.PENDING_TRANSFER_ALREADY_POSTED, new Unserved.CodeExpired(),
                Refusal.PENDING_TRANSFER_ALREADY_VOIDED, new Unserved.CodeExpired());
        var draft = right.tries().in(attempt.draft());
        right.cashOut().pendings().forEach(pending -> draft.post(pending, gone));
        draft.move(
                CashOut.holding(right.cashOut().id(), amount.currency()),
                agent.floatIn(amount.currency()),
                amount,
                TransferCode.CASH_OUT);
        var commission = commissions.pay(attempt, draft, agent, right.customer(), amount, What.CASH_OUT);
        draft.write(right.cashOut().paid(agent, reference));
        till.receipts(attempt, draft, agent, right.customer(), reference, amount, What.CASH_OUT);
        return Decision.propose(
                new PaidOut(
                        reference.text(),
                        right.customer().name(),
                        amount,
                        commission,
                        agents.inFloat(agent).plus(amount)),
                draft,
                new Movement(Movement.Purpose.HANDOVER, right.customer().id(), null, amount, amount));
    }
}
