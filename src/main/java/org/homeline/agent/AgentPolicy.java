package org.homeline.agent;

import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.homeline.operation.Actor;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Policy;
import org.homeline.operation.Refused;
import org.homeline.operation.Role;

/** Only an agent at work acts as one. */
@Singleton
@Order(5)
final class AgentPolicy implements Policy {
    private static final String NOT_AN_AGENT = "not-an-agent";

    private final Agents agents;

    AgentPolicy(Agents agents) {
        this.agents = agents;
    }

    @Override
    public Set<String> reasons() {
        return Set.of(NOT_AN_AGENT);
    }

    @Override
    public Optional<Refused> admit(Attempt attempt, Consent consent) {
        return attempt.role() == Role.AGENT
                        && attempt.actor() instanceof Actor.Caller
                        && agents.calling(attempt).isEmpty()
                ? Optional.of(new Refused(NOT_AN_AGENT))
                : Optional.empty();
    }
}
