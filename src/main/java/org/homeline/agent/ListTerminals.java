package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;
import org.homeline.signing.NetworkKey;
import org.homeline.signing.NetworkKeys;
import org.homeline.signing.TerminalKeyName;

/** For the operator: all terminals with their agents. */
@Singleton
final class ListTerminals extends Operation<ListTerminals.Input, ListTerminals.Reply> {
    @Serdeable
    record Input() {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record TerminalsListed(List<Entry> items) implements Reply, Success {}

    /** @param masterKey its check value, or that there is none, so that it can ask for no keys */
    @Serdeable
    record Entry(String terminal, String phone, String name, String status, String masterKey) {}

    private final TerminalRows rows;
    private final Agents agents;
    private final NetworkKeys keys;

    ListTerminals(TerminalRows rows, Agents agents, NetworkKeys keys) {
        super("agent.listTerminals", Input.class, Reply.class);
        this.rows = rows;
        this.agents = agents;
        this.keys = keys;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        attempt.operator();
        var checkValues = keys.list().stream().collect(Collectors.toMap(NetworkKey::name, NetworkKey::checkValue));
        return Decision.answer(new TerminalsListed(rows.findAllOrderById().stream()
                .map(terminal -> entry(terminal, checkValues))
                .toList()));
    }

    private Entry entry(Terminal terminal, Map<String, String> checkValues) {
        var agent = agents.find(terminal.agent())
                .orElseThrow(() -> new IllegalStateException("terminal " + terminal.id() + " has no agent"));
        return new Entry(
                terminal.id(),
                agent.phone(),
                agent.name(),
                terminal.status(),
                checkValues.getOrDefault(TerminalKeyName.master(terminal.id()), "none"));
    }
}
