package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Map;
import org.homeline.customer.Countries;
import org.homeline.customer.Customer;
import org.homeline.money.Money;
import org.homeline.money.WrittenAmount;
import org.homeline.operation.Actor;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Role;

/** The other way round: the agent asks to hand out cash, and the customer approves with the PIN on the next dial. */
@Singleton
final class AskCashOut extends Operation<AskCashOut.Input, AskCashOut.Reply> {
    @Serdeable
    record Input(String number, WrittenAmount amount) {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record Asked(String name, Money amount) implements Reply {}

    @Serdeable
    record UnknownCustomer() implements Reply {}

    @Serdeable
    record BadNumber() implements Reply {}

    @Serdeable
    record Yourself() implements Reply {}

    @Serdeable
    record BadAmount() implements Reply {}

    private final Agents agents;
    private final Till till;
    private final AgentSettings settings;
    private final Countries countries;

    AskCashOut(Agents agents, Till till, AgentSettings settings, Countries countries) {
        super("agent.askCashOut", Input.class, Reply.class);
        this.agents = agents;
        this.till = till;
        this.settings = settings;
        this.countries = countries;
    }

    @Override
    public Role role() {
        return Role.AGENT;
    }

    @Override
    public Consent consent(Actor actor) {
        return Consent.PIN;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var agent = agents.serving(attempt);
        var amount = till.amount(agent, input.amount());
        if (amount.isEmpty()) {
            return Decision.answer(new BadAmount());
        }
        return switch (till.whom(agent, input.number())) {
            case Till.Whom.BadNumber bad -> Decision.answer(new BadNumber());
            case Till.Whom.Unknown unknown -> Decision.answer(new UnknownCustomer());
            case Till.Whom.Yourself yourself -> Decision.answer(new Yourself());
            case Till.Whom.Served(Customer customer) -> ask(attempt, agent, customer, amount.get());
        };
    }

    private Decision<Reply> ask(Attempt attempt, Agent agent, Customer customer, Money amount) {
        var lifetime = settings.codeLifetime();
        var draft = attempt.draft()
                .write(new CashOut(
                        attempt.ids().next(),
                        customer.id(),
                        agent.id(),
                        amount.minor(),
                        amount.currency().getCode(),
                        CashOut.ASKED,
                        null,
                        null,
                        null,
                        attempt.now().plus(lifetime),
                        null,
                        0))
                .tell(
                        customer.number(),
                        customer.spoken(),
                        "agent.asks",
                        Map.of(
                                "agent",
                                agent.name(),
                                "amount",
                                amount,
                                "expires",
                                lifetime,
                                "dial",
                                countries.dial(customer.number())),
                        lifetime);
        return Decision.propose(new Asked(customer.name(), amount), draft);
    }
}
