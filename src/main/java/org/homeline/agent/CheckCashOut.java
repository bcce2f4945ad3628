package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Outcome;

/** Shows an agent whom a code is for and how much, before he confirms. */
@Singleton
final class CheckCashOut extends AgentOperation<CheckCashOut.Input, CheckCashOut.Reply> {
    @Serdeable
    record Input(String number, String code) {}

    /** How it can end. */
    sealed interface Reply extends Outcome
            permits CheckCashOut.Ready,
                    Unserved.WrongCode,
                    Unserved.CodeExpired,
                    Unserved.TooManyWrong,
                    Unserved.BadNumber,
                    Unserved.Yourself {}

    @Serdeable
    record Ready(String name, Money amount) implements Reply {}

    private final Presented presented;

    CheckCashOut(Agents agents, Presented presented) {
        super("agent.checkCashOut", Input.class, Reply.class, Consent.PHONE, agents);
        this.presented = presented;
    }

    @Override
    Decision<Reply> decide(Input input, Attempt attempt, Agent agent) {
        return switch (presented.find(agent, input.number(), input.code(), attempt)) {
            case Unserved.BadNumber bad -> Decision.answer(bad);
            case Unserved.Yourself yourself -> Decision.answer(yourself);
            case Unserved.CodeExpired gone -> Decision.answer(gone);
            case Presented.Wrong wrong ->
                Decision.propose(new Unserved.WrongCode(), wrong.tries().in(attempt.draft()));
            case Presented.Right right ->
                Decision.propose(
                        new Ready(right.customer().name(), right.cashOut().amount()),
                        right.tries().in(attempt.draft()));
        };
    }
}
