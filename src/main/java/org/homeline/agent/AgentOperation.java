package org.homeline.agent;

import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Role;

/** What only an agent at work does: {@link AgentPolicy} lets nobody else through. */
abstract class AgentOperation<I extends Record, O extends Outcome> extends Operation<I, O> {
    private final Agents agents;

    AgentOperation(String name, Class<I> inputs, Class<O> outcomes, Consent consent, Agents agents) {
        super(name, inputs, outcomes, consent);
        this.agents = agents;
    }

    @Override
    public final Role role() {
        return Role.AGENT;
    }

    @Override
    public final Decision<O> decide(I input, Attempt attempt) {
        return decide(input, attempt, agents.serving(attempt));
    }

    abstract Decision<O> decide(I input, Attempt attempt, Agent agent);
}
