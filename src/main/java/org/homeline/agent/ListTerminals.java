package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;

/** For the operator: all terminals with their agents. */
@Singleton
final class ListTerminals extends Operation<ListTerminals.Input, ListTerminals.Reply> {
    @Serdeable
    record Input() {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record TerminalsListed(List<Entry> items) implements Reply, Success {}

    @Serdeable
    record Entry(String terminal, String phone, String name, String status) {}

    private final TerminalRows rows;
    private final Agents agents;

    ListTerminals(TerminalRows rows, Agents agents) {
        super("agent.listTerminals", Input.class, Reply.class);
        this.rows = rows;
        this.agents = agents;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        attempt.operator();
        return Decision.answer(new TerminalsListed(
                rows.findAllOrderById().stream().map(this::entry).toList()));
    }

    private Entry entry(Terminal terminal) {
        var agent = agents.find(terminal.agent())
                .orElseThrow(() -> new IllegalStateException("terminal " + terminal.id() + " has no agent"));
        return new Entry(terminal.id(), agent.phone(), agent.name(), terminal.status());
    }
}
