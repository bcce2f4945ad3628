package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Outcome;

/** An agent hands out cash against a customer's code. */
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

    private final Presented presented;
    private final Handover handover;

    PayCashOut(Agents agents, Presented presented, Handover handover) {
        super("agent.cashOut", Input.class, Reply.class, Consent.PIN, agents);
        this.presented = presented;
        this.handover = handover;
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
        var paid = handover.prepare(attempt, agent, right);
        return Decision.propose(
                new PaidOut(paid.reference().text(), paid.name(), paid.amount(), paid.commission(), paid.left()),
                paid.draft(),
                paid.movement());
    }
}
