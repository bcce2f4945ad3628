package org.homeline.terminal;

import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.homeline.agent.Terminals;
import org.homeline.database.DatabaseHealthIndicator;

/** Says in {@code /health} whether terminals are served, and how many reversals wait for the operator. */
@Singleton
final class TerminalsHealth extends DatabaseHealthIndicator {
    private final TerminalHost host;
    private final Terminals terminals;

    TerminalsHealth(TerminalHost host, Terminals terminals, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        super("terminals", executor);
        this.host = host;
        this.terminals = terminals;
    }

    @Override
    protected Map<String, Object> details() {
        return Map.of(
                "listening",
                host.state(),
                "connected",
                host.connections(),
                "known",
                terminals.count(),
                "stuck",
                terminals.stuck());
    }
}
