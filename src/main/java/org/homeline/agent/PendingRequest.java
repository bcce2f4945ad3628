package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.customer.Customers;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;

/** Whether an agent waits for the caller's approval. */
@Singleton
final class PendingRequest extends Operation<PendingRequest.Input, PendingRequest.Reply> {
    @Serdeable
    record Input() {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record Request(String request, String agent, Money amount) implements Reply {}

    @Serdeable
    record NoRequest() implements Reply {}

    private final Customers customers;
    private final Agents agents;
    private final CashOutRows cashOuts;

    PendingRequest(Customers customers, Agents agents, CashOutRows cashOuts) {
        super("agent.pendingRequest", Input.class, Reply.class);
        this.customers = customers;
        this.agents = agents;
        this.cashOuts = cashOuts;
    }

    @Override
    public boolean onlyAnswers() {
        return true;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return Decision.answer(customers
                .calling(attempt)
                .flatMap(customer -> cashOuts.findNewest(customer.id(), CashOut.ASKED))
                .filter(asked -> asked.isLive(attempt.now()) && asked.agent() != null)
                .flatMap(asked -> agents.find(java.util.Objects.requireNonNull(asked.agent()))
                        .filter(Agent::isActive)
                        .<Reply>map(agent -> new Request(asked.id().toString(), agent.name(), asked.amount())))
                .orElseGet(NoRequest::new));
    }
}
