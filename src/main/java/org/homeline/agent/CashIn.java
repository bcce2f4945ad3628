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
import org.homeline.operation.Actor;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Movement;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Role;

/** An agent takes cash and sends as much from the float to the customer's wallet. */
@Singleton
final class CashIn extends Operation<CashIn.Input, CashIn.Reply> {
    @Serdeable
    record Input(String number, WrittenAmount amount) {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record CashedIn(String reference, String name, Money amount, Money left) implements Reply {}

    @Serdeable
    record NotEnoughFloat(Money left) implements Reply {}

    @Serdeable
    record UnknownCustomer() implements Reply {}

    @Serdeable
    record Yourself() implements Reply {}

    @Serdeable
    record BadAmount() implements Reply {}

    @Serdeable
    record BadNumber() implements Reply {}

    private final Agents agents;
    private final Till till;

    CashIn(Agents agents, Till till) {
        super("agent.cashIn", Input.class, Reply.class);
        this.agents = agents;
        this.till = till;
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
            case Till.Whom.Served(Customer customer) -> take(attempt, agent, customer, amount.get());
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
        till.payCommission(draft, agent, till.commission(amount, What.CASH_IN));
        till.receipts(attempt, draft, agent, customer, reference, amount, What.CASH_IN);
        till.watchFloat(draft, agent, before, after);
        return Decision.propose(
                new CashedIn(reference.text(), customer.name(), amount, after),
                draft,
                new Movement(Movement.Purpose.CASH_IN, null, customer.id(), amount, amount));
    }
}
