package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Outcome;

/**
 * {@link PayCashOut} where nobody looks at a screen between: the terminal says how much it is about to hand out, and where
 * that is not what the code is for, nothing is done.
 */
@Singleton
public final class TerminalCashOut extends AgentOperation<TerminalCashOut.Input, TerminalCashOut.Reply> {
    @Serdeable
    public record Input(String number, String code, Money amount) {}

    /** How it can end. */
    public sealed interface Reply extends Outcome
            permits TerminalCashOut.PaidOut,
                    TerminalCashOut.OtherAmount,
                    Unserved.WrongCode,
                    Unserved.CodeExpired,
                    Unserved.TooManyWrong,
                    Unserved.BadNumber,
                    Unserved.Yourself {}

    @Serdeable
    public record PaidOut(String reference, String name, Money amount, Money commission, Money left) implements Reply {}

    /** The code is right, and for this much. */
    @Serdeable
    public record OtherAmount(Money amount) implements Reply {}

    private final Presented presented;
    private final Handover handover;

    TerminalCashOut(Agents agents, Presented presented, Handover handover) {
        super("agent.cashOutAtTerminal", Input.class, Reply.class, Consent.PIN, agents);
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
            case Presented.Right right -> pay(input, attempt, agent, right);
        };
    }

    private Decision<Reply> pay(Input input, Attempt attempt, Agent agent, Presented.Right right) {
        var amount = right.cashOut().amount();
        if (!amount.equals(input.amount())) {
            return Decision.propose(new OtherAmount(amount), right.tries().in(attempt.draft()));
        }
        var paid = handover.prepare(attempt, agent, right);
        return Decision.propose(
                new PaidOut(paid.reference().text(), paid.name(), amount, paid.commission(), paid.left()),
                paid.draft(),
                paid.movement());
    }
}
