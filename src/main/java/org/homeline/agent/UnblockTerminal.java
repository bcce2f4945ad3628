package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;

/** For the operator: lets a blocked terminal work again. */
@Singleton
final class UnblockTerminal extends Operation<UnblockTerminal.Input, UnblockTerminal.Reply> {
    @Serdeable
    record Input(String terminal, String reason) {}

    /** How it can end. */
    sealed interface Reply extends Outcome
            permits UnblockTerminal.TerminalUnblocked, UnblockTerminal.TerminalWasActive, UnknownTerminal {}

    @Serdeable
    record TerminalUnblocked(String terminal) implements Reply, Success {}

    @Serdeable
    record TerminalWasActive(String terminal) implements Reply {}

    private final Terminals terminals;

    UnblockTerminal(Terminals terminals) {
        super("agent.unblockTerminal", Input.class, Reply.class);
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
        if (terminal.isActive()) {
            return Decision.answer(new TerminalWasActive(terminal.id()));
        }
        var draft = attempt.draft()
                .write(terminal.withStatus(Terminal.ACTIVE))
                .fact("terminal", terminal.id())
                .fact("reason", reason);
        return Decision.propose(new TerminalUnblocked(terminal.id()), draft);
    }
}
