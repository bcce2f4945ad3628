package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;

/** For the operator: no message of this terminal's is done any more. Its agent goes on by phone. */
@Singleton
final class BlockTerminal extends Operation<BlockTerminal.Input, BlockTerminal.Reply> {
    @Serdeable
    record Input(String terminal, String reason) {}

    /** How it can end. */
    sealed interface Reply extends Outcome
            permits BlockTerminal.TerminalBlocked, BlockTerminal.TerminalWasBlocked, UnknownTerminal {}

    @Serdeable
    record TerminalBlocked(String terminal) implements Reply, Success {}

    @Serdeable
    record TerminalWasBlocked(String terminal) implements Reply {}

    private final Terminals terminals;

    BlockTerminal(Terminals terminals) {
        super("agent.blockTerminal", Input.class, Reply.class);
        this.terminals = terminals;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return terminals.ofOperator(
                attempt,
                input.terminal(),
                new UnknownTerminal(input.terminal()),
                terminal -> change(attempt, terminal, input.reason()));
    }

    private static Decision<Reply> change(Attempt attempt, Terminal terminal, String reason) {
        if (!terminal.isActive()) {
            return Decision.answer(new TerminalWasBlocked(terminal.id()));
        }
        var draft = attempt.draft()
                .write(terminal.withStatus(Terminal.BLOCKED))
                .fact("terminal", terminal.id())
                .fact("reason", reason);
        return Decision.propose(new TerminalBlocked(terminal.id()), draft);
    }
}
