package org.homeline.agent;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.homeline.customer.PinOwner;
import org.homeline.operation.Attempt;
import org.homeline.operation.Role;

/** Agents as owners of PINs. */
@Singleton
final class AgentPins implements PinOwner {
    private final Agents agents;
    private final AgentRows rows;

    AgentPins(Agents agents, AgentRows rows) {
        this.agents = agents;
        this.rows = rows;
    }

    @Override
    public Role role() {
        return Role.AGENT;
    }

    @Override
    public Optional<Owner> calling(Attempt attempt) {
        return agents.calling(attempt).map(AgentPins::owner);
    }

    @Override
    public Optional<Owner> find(UUID id) {
        return rows.findById(id).map(AgentPins::owner);
    }

    private static Owner owner(Agent agent) {
        return new Owner(agent.id(), agent.number(), agent.spoken());
    }
}
