package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;
import org.homeline.phone.PhoneNumber;

/** For the operator: binds a cash terminal to an agent. It works once it has its keys. */
@Singleton
final class AddTerminal extends Operation<AddTerminal.Input, AddTerminal.Reply> {
    /** @param phone the agent's, in E.164 */
    @Serdeable
    record Input(String terminal, String phone) {}

    /** How it can end. */
    sealed interface Reply extends Outcome
            permits AddTerminal.TerminalAdded, AddTerminal.TerminalIsThere, AddTerminal.BadTerminal, UnknownAgent {}

    @Serdeable
    record TerminalAdded(String terminal, PhoneNumber phone, String name) implements Reply, Success {}

    @Serdeable
    record TerminalIsThere(String terminal) implements Reply {}

    /** It can't be a terminal's name. */
    @Serdeable
    record BadTerminal(String terminal) implements Reply {}

    private final Agents agents;
    private final TerminalRows rows;

    AddTerminal(Agents agents, TerminalRows rows) {
        super("agent.addTerminal", Input.class, Reply.class);
        this.agents = agents;
        this.rows = rows;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return agents.ofOperator(
                attempt, input.phone(), new UnknownAgent(), agent -> add(attempt, input.terminal(), agent));
    }

    private Decision<Reply> add(Attempt attempt, String id, Agent agent) {
        if (!Terminal.isId(id)) {
            return Decision.answer(new BadTerminal(id));
        }
        if (rows.findById(id).isPresent()) {
            return Decision.answer(new TerminalIsThere(id));
        }
        var draft = attempt.draft()
                .write(new Terminal(id, agent.id(), Terminal.ACTIVE, attempt.now(), 0))
                .fact("terminal", id)
                .fact("agent", agent.id());
        return Decision.propose(new TerminalAdded(id, agent.number(), agent.name()), draft);
    }
}
