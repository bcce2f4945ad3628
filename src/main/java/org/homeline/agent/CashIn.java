package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Map;
import org.homeline.customer.Activity.What;
import org.homeline.customer.Customer;
import org.homeline.ledger.Refusal;
import org.homeline.ledger.TransferCode;
import org.homeline.money.Money;
import org.homeline.money.WrittenAmount;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Movement;
import org.homeline.operation.Outcome;

/** An agent takes cash and sends as much from the float to the customer's wallet. */
@Singleton
public final class CashIn extends AgentOperation<CashIn.Input, CashIn.Reply> {
    @Serdeable
    public record Input(String number, WrittenAmount amount) {}

    /** How it can end. */
    public sealed interface Reply extends Outcome
            permits CashIn.CashedIn,
                    CashIn.NotEnoughFloat,
                    Unserved.UnknownCustomer,
                    Unserved.Yourself,
                    Unserved.BadAmount,
                    Unserved.BadNumber {}

    @Serdeable
    public record CashedIn(String reference, String name, Money amount, Money left) implements Reply {}

    @Serdeable
    public record NotEnoughFloat(Money left) implements Reply {}

    private final Agents agents;
    private final Till till;
    private final Commissions commissions;
    private final Deals deals;

    CashIn(Agents agents, Till till, Commissions commissions, Deals deals) {
        super("agent.cashIn", Input.class, Reply.class, Consent.PIN, agents);
        this.agents = agents;
        this.till = till;
        this.commissions = commissions;
        this.deals = deals;
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
            case Till.Served(Customer customer) -> take(attempt, agent, customer, amount.get());
        };
    }

    private Decision<Reply> take(Attempt attempt, Agent agent, Customer customer, Money amount) {
        var before = agents.inFloat(agent);
        if (before.compareTo(amount) < 0) {
            return Decision.answer(new NotEnoughFloat(before));
        }
        var after = before.minus(amount);
        var reference = attempt.reference();
        var currency = amount.currency();
        var draft = attempt.draft()
                .move(
                        agent.floatIn(currency),
                        customer.cash(currency),
                        amount,
                        TransferCode.CASH_IN,
                        Map.of(Refusal.EXCEEDS_CREDITS, new NotEnoughFloat(before)));
        var earned = commissions.pay(attempt, draft, agent, customer, amount, What.CASH_IN);
        deals.cashIn(attempt, draft, agent, customer, amount, earned, reference);
        till.receipts(attempt, draft, agent, customer, reference, amount, What.CASH_IN);
        till.watchFloat(draft, agent, before, after);
        return Decision.propose(
                new CashedIn(reference.text(), customer.name(), amount, after),
                draft,
                new Movement(Movement.Purpose.CASH_IN, null, customer.id(), amount, amount));
    }
}
