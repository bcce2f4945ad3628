package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import org.homeline.ledger.Books;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Outcome;

/** What an agent can hand on, and has earned. */
@Singleton
public final class FloatBalance extends AgentOperation<FloatBalance.Input, FloatBalance.Reply> {
    @Serdeable
    public record Input() {}

    /** How it can end. */
    public sealed interface Reply extends Outcome {}

    @Serdeable
    public record InFloat(Money left, Money commission) implements Reply {}

    private final Agents agents;
    private final Books books;

    FloatBalance(Agents agents, Books books) {
        super("agent.float", Input.class, Reply.class, Consent.PIN, agents);
        this.agents = agents;
        this.books = books;
    }

    @Override
    public boolean onlyAnswers() {
        return true;
    }

    @Override
    Decision<Reply> decide(Input input, Attempt attempt, Agent agent) {
        var currency = agents.currency(agent);
        var totals = books.totals(List.of(agent.floatIn(currency), agent.commissionIn(currency)));
        return Decision.answer(new InFloat(
                new Money(totals.getFirst().available(), currency),
                new Money(totals.getLast().balance(), currency)));
    }
}
