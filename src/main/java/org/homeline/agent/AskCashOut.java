package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Map;
import org.homeline.customer.Countries;
import org.homeline.customer.Customer;
import org.homeline.money.Money;
import org.homeline.money.WrittenAmount;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Outcome;

/** The other way round: the agent asks to hand out cash, and the customer approves with the PIN on the next dial. */
@Singleton
final class AskCashOut extends AgentOperation<AskCashOut.Input, AskCashOut.Reply> {
    @Serdeable
    record Input(String number, WrittenAmount amount) {}

    /** How it can end. */
    sealed interface Reply extends Outcome
            permits AskCashOut.Asked,
                    Unserved.UnknownCustomer,
                    Unserved.BadNumber,
                    Unserved.Yourself,
                    Unserved.BadAmount {}

    @Serdeable
    record Asked(String name, Money amount) implements Reply {}

    private final Till till;
    private final AgentSettings settings;
    private final Countries countries;

    AskCashOut(Agents agents, Till till, AgentSettings settings, Countries countries) {
        super("agent.askCashOut", Input.class, Reply.class, Consent.PIN, agents);
        this.till = till;
        this.settings = settings;
        this.countries = countries;
    }

    @Override
    Decision<Reply> decide(Input input, Attempt attempt, Agent agent) {
        var amount = till.amount(agent, input.amount());
        if (amount.isEmpty()) {
            return Decision.answer(new Unserved.BadAmount());
        }
        return switch (till.whom(attempt, agent, input.number())) {
            case Unserved.BadNumber bad -> Decision.answer(bad);
            case Unserved.UnknownCustomer unknown -> Decision.answer(unknown);
            case Unserved.Yourself yourself -> Decision.answer(yourself);
            case Till.Served(Customer customer) -> ask(attempt, agent, customer, amount.get());
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
                        attempt.now(),
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
