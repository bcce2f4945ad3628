package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.IntStream;
import org.homeline.ledger.Books;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;
import org.homeline.phone.PhoneNumber;

/** For the operator: all agents with their floats. */
@Singleton
final class ListAgents extends Operation<ListAgents.Input, ListAgents.Reply> {
    @Serdeable
    record Input() {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record Listed(List<Entry> items) implements Reply, Success {}

    @Serdeable
    record Entry(PhoneNumber phone, String name, String country, String status, Money left) {}

    private final AgentRows rows;
    private final Agents agents;
    private final Books books;

    ListAgents(AgentRows rows, Agents agents, Books books) {
        super("agent.list", Input.class, Reply.class);
        this.rows = rows;
        this.agents = agents;
        this.books = books;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        attempt.operator();
        var all = rows.findAll();
        var floats = books.totals(
                all.stream().map(agent -> agent.floatIn(agents.currency(agent))).toList());
        return Decision.answer(new Listed(IntStream.range(0, all.size())
                .mapToObj(i -> entry(all.get(i), floats.get(i).available()))
                .toList()));
    }

    private Entry entry(Agent agent, long left) {
        return new Entry(
                agent.number(), agent.name(), agent.country(), agent.status(), new Money(left, agents.currency(agent)));
    }
}
