package org.homeline.agent;

import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.homeline.operation.Actor;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Policy;
import org.homeline.operation.Refused;
import org.homeline.operation.Role;

/** Only an agent at work acts as one; who was stopped by the operator hears that, before any PIN is asked for. */
@Singleton
@Order(5)
final class AgentPolicy implements Policy {
    private static final String NOT_AN_AGENT = "not-an-agent";
    private static final String BLOCKED = "agent-blocked";

    private final Agents agents;

    AgentPolicy(Agents agents) {
        this.agents = agents;
    }

    @Override
    public Set<String> reasons() {
        return Set.of(NOT_AN_AGENT, BLOCKED);
    }

    @Override
    public Optional<Refused> admit(Attempt attempt, Consent consent) {
        if (attempt.role() != Role.AGENT || !(attempt.actor() instanceof Actor.Caller)) {
            return Optional.empty();
        }
        return agents.known(attempt).map(AgentPolicy::stopped).orElseGet(() -> Optional.of(new Refused(NOT_AN_AGENT)));
    }

    /** He may have been blocked since, where it had to be decided again. */
    @Override
    public Ruling review(Attempt attempt, Decision.Proposal<?> proposal) {
        return admit(attempt, Consent.PHONE).<Ruling>map(Ruling.Denied::new).orElse(Ruling.FREE);
    }

    private static Optional<Refused> stopped(Agent agent) {
        return agent.isActive() ? Optional.empty() : Optional.of(new Refused(BLOCKED));
    }
}
