package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeline.customer.Activity.What;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.customer.Wallets;
import org.homeline.ledger.Refusal;
import org.homeline.ledger.TransferCode;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Movement;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;

/** The customer approves what an agent asked: the money is the agent's float at once, and the agent hands out the cash. */
@Singleton
final class Approve extends Operation<Approve.Input, Approve.Reply> {
    /** @param request as {@link PendingRequest} named it */
    @Serdeable
    record Input(String request) {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record Approved(String reference, String agent, Money amount) implements Reply {}

    @Serdeable
    record NotEnough(Money available) implements Reply {}

    @Serdeable
    record RequestGone() implements Reply {}

    private final Customers customers;
    private final Agents agents;
    private final Wallets wallets;
    private final CashOutRows cashOuts;
    private final Till till;
    private final Commissions commissions;

    Approve(
            Customers customers,
            Agents agents,
            Wallets wallets,
            CashOutRows cashOuts,
            Till till,
            Commissions commissions) {
        super("agent.approve", Input.class, Reply.class, Consent.PIN);
        this.customers = customers;
        this.agents = agents;
        this.wallets = wallets;
        this.cashOuts = cashOuts;
        this.till = till;
        this.commissions = commissions;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var customer = customers.calling(attempt);
        var asked = customer.flatMap(one -> find(input.request(), one, attempt));
        var agent = asked.flatMap(one -> agents.find(java.util.Objects.requireNonNull(one.agent())))
                .filter(Agent::isActive);
        if (customer.isEmpty() || asked.isEmpty() || agent.isEmpty()) {
            return Decision.answer(new RequestGone());
        }
        return wallets.spend(customer.get(), asked.get().amount())
                .map(parts -> pay(attempt, customer.get(), agent.get(), asked.get(), parts))
                .orElseGet(() -> Decision.answer(new NotEnough(customers.available(customer.get()))));
    }

    private Optional<CashOut> find(String request, Customer customer, Attempt attempt) {
        return cashOuts.findById(UUID.fromString(request))
                .filter(one -> one.customer().equals(customer.id())
                        && one.state().equals(CashOut.ASKED)
                        && one.isLive(attempt.now()));
    }

    private Decision<Reply> pay(
            Attempt attempt, Customer customer, Agent agent, CashOut asked, List<Wallets.Part> parts) {
        var amount = asked.amount();
        var reference = attempt.reference();
        var draft = attempt.draft();
        var notEnough = new NotEnough(customers.available(customer));
        parts.forEach(part -> draft.move(
                part.account(),
                agent.floatIn(amount.currency()),
                part.amount(),
                TransferCode.CASH_OUT,
                Map.of(Refusal.EXCEEDS_CREDITS, notEnough)));
        commissions.pay(attempt, draft, agent, customer, amount, What.CASH_OUT);
        draft.write(asked.paid(agent, reference));
        till.receipts(attempt, draft, agent, customer, reference, amount, What.CASH_OUT);
        return Decision.propose(
                new Approved(reference.text(), agent.name(), amount),
                draft,
                new Movement(Movement.Purpose.CASH_OUT, customer.id(), null, amount, amount));
    }
}
