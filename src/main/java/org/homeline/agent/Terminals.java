package org.homeline.agent;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Outcome;

/** Finds terminals and whose they are. */
@Singleton
public final class Terminals {
    private final TerminalRows rows;
    private final AgentRows agents;

    private final StuckRows stuck;
    private final Deals deals;

    Terminals(TerminalRows rows, AgentRows agents, StuckRows stuck, Deals deals) {
        this.rows = rows;
        this.agents = agents;
        this.stuck = stuck;
        this.deals = deals;
    }

    /**
     * A terminal with its agent.
     *
     * @param isActive whether the operator lets both work
     */
    public record Bound(String terminal, Agent agent, boolean isActive) {}

    /** Empty where nobody added such a terminal. */
    public Optional<Bound> find(String id) {
        return rows.findById(id)
                .flatMap(terminal -> agents.findById(terminal.agent())
                        .map(agent -> new Bound(terminal.id(), agent, terminal.isActive() && agent.isActive())));
    }

    public long count() {
        return rows.count();
    }

    /** Whether what a request did was taken back. */
    public boolean isReversed(String request) {
        return deals.find(request)
                .filter(deal -> deal.state().equals(Deal.REVERSED))
                .isPresent();
    }

    /** How many reversals could not be done and wait for the operator. */
    public long stuck() {
        return stuck.countOpen();
    }

    /** For the operator. */
    <O extends Outcome> Decision<O> ofOperator(
            Attempt attempt, String id, O unknown, Function<Terminal, Decision<O>> decide) {
        attempt.operator();
        return rows.findById(id).map(decide).orElseGet(() -> Decision.answer(unknown));
    }
}
