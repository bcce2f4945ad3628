package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;

/** For the operator: reversals of terminals that could not be done. */
@Singleton
final class ListStuck extends Operation<ListStuck.Input, ListStuck.Reply> {
    @Serdeable
    record Input() {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record ReversalsListed(List<Entry> items) implements Reply, Success {}

    @Serdeable
    record Entry(String reference, String phone, String name, Money amount, String why, Instant at) {}

    private final StuckRows rows;
    private final Agents agents;

    ListStuck(StuckRows rows, Agents agents) {
        super("agent.listStuck", Input.class, Reply.class);
        this.rows = rows;
        this.agents = agents;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        attempt.operator();
        return Decision.answer(
                new ReversalsListed(rows.findOpen().stream().map(this::entry).toList()));
    }

    private Entry entry(Stuck stuck) {
        var agent = agents.find(stuck.agent())
                .orElseThrow(() -> new IllegalStateException("a reversal of nobody's: " + stuck.reference()));
        return new Entry(stuck.reference(), agent.phone(), agent.name(), stuck.amount(), stuck.why(), stuck.at());
    }
}
