package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.money.Money;
import org.homeline.money.WrittenAmount;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Outcome;

/**
 * Reads whom an agent means and how much cash, so that the screen that asks for the PIN shows the person and the money that
 * it means. It names people by their numbers, so each counts towards what an agent may do in an hour.
 */
@Singleton
final class ReadCash extends AgentOperation<ReadCash.Input, ReadCash.Reply> {
    @Serdeable
    record Input(String number, WrittenAmount amount) {}

    /** What it can mean. */
    sealed interface Reply extends Outcome
            permits ReadCash.Cash,
                    Unserved.UnknownCustomer,
                    Unserved.Yourself,
                    Unserved.BadNumber,
                    Unserved.BadAmount,
                    Unreadable.AmbiguousAmount,
                    Unreadable.TooLittle {}

    /** @param name the customer's */
    @Serdeable
    record Cash(String name, Money amount) implements Reply {}

    private final Agents agents;
    private final Till till;

    ReadCash(Agents agents, Till till) {
        super("agent.readCash", Input.class, Reply.class, Consent.PHONE, agents);
        this.agents = agents;
        this.till = till;
    }

    @Override
    Decision<Reply> decide(Input input, Attempt attempt, Agent agent) {
        Reply reply = switch (till.whom(attempt, agent, input.number())) {
            case Unserved.BadNumber bad -> bad;
            case Unserved.UnknownCustomer unknown -> unknown;
            case Unserved.Yourself yourself -> yourself;
            case Till.Served(var customer) ->
                switch (till.cash(input.amount(), agents.currency(agent))) {
                    case Till.Cash(Money amount) -> new Cash(customer.name(), amount);
                    case Unserved.BadAmount bad -> bad;
                    case Unreadable.AmbiguousAmount ambiguous -> ambiguous;
                    case Unreadable.TooLittle little -> little;
                };
        };
        return reply instanceof Cash ? Decision.propose(reply, attempt.draft()) : Decision.answer(reply);
    }
}
