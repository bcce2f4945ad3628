package org.homeline.agent;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.homeline.customer.PinOwner;
import org.homeline.operation.Role;
import org.homeline.phone.PhoneNumber;

/** Agents as owners of PINs. */
@Singleton
final class AgentPins implements PinOwner {
    private final AgentRows rows;

    AgentPins(AgentRows rows) {
        this.rows = rows;
    }

    @Override
    public Role role() {
        return Role.AGENT;
    }

    @Override
    public Optional<Owner> find(PhoneNumber phone) {
        return rows.findByPhone(phone.e164()).map(AgentPins::owner);
    }

    @Override
    public Optional<Owner> find(UUID id) {
        return rows.findById(id).map(AgentPins::owner);
    }

    private static Owner owner(Agent agent) {
        return new Owner(agent.id(), agent.number(), agent.spoken());
    }
}
