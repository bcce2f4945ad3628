package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Role;

/** Shows an agent whom a code is for and how much, before he confirms. */
@Singleton
final class CheckCashOut extends Operation<CheckCashOut.Input, CheckCashOut.Reply> {
    @Serdeable
    record Input(String number, String code) {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record Ready(String name, Money amount) implements Reply {}

    @Serdeable
    record WrongCode() implements Reply {}

    @Serdeable
    record CodeExpired() implements Reply {}

    @Serdeable
    record BadNumber() implements Reply {}

    @Serdeable
    record Yourself() implements Reply {}

    private final Agents agents;
    private final Presented presented;

    CheckCashOut(Agents agents, Presented presented) {
        super("agent.checkCashOut", Input.class, Reply.class);
        this.agents = agents;
        this.presented = presented;
    }

    @Override
    public Role role() {
        return Role.AGENT;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var agent = agents.serving(attempt);
        return switch (presented.find(agent, input.number(), input.code(), attempt)) {
            case Presented.Found.BadNumber bad -> Decision.answer(new BadNumber());
            case Presented.Found.Yourself yourself -> Decision.answer(new Yourself());
            case Presented.Found.Gone gone -> Decision.answer(new CodeExpired());
            case Presented.Found.Wrong wrong ->
                Decision.propose(new WrongCode(), attempt.draft().guard(wrong.guard(), new CodeExpired()));
            case Presented.Found.Right right ->
                Decision.propose(
                        new Ready(right.customer().name(), right.cashOut().amount()),
                        attempt.draft().guard(right.guard(), new CodeExpired()));
        };
    }
}
