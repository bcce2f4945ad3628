package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.customer.Pins;
import org.homeline.language.Language;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Role;

/** Whether an agent is calling. */
@Singleton
final class RecogniseAgent extends Operation<RecogniseAgent.Input, RecogniseAgent.Reply> {
    @Serdeable
    record Input() {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record Recognised(String name, Language language) implements Reply {}

    /** Has to choose a PIN first, or anew. */
    @Serdeable
    record NewAgent(String name, Language language) implements Reply {}

    /** The operator stopped this agent, whose own wallet is another thing. */
    @Serdeable
    record Stopped(String name, Language language) implements Reply {}

    @Serdeable
    record NotAnAgent() implements Reply {}

    private final Agents agents;
    private final Pins pins;

    RecogniseAgent(Agents agents, Pins pins) {
        super("agent.recognise", Input.class, Reply.class);
        this.agents = agents;
        this.pins = pins;
    }

    @Override
    public Role role() {
        return Role.ANYBODY;
    }

    @Override
    public boolean onlyAnswers() {
        return true;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return Decision.answer(agents.known(attempt).map(this::known).orElseGet(NotAnAgent::new));
    }

    private Reply known(Agent agent) {
        if (!agent.isActive()) {
            return new Stopped(agent.name(), agent.spoken());
        }
        return pins.isSet(agent.id())
                ? new Recognised(agent.name(), agent.spoken())
                : new NewAgent(agent.name(), agent.spoken());
    }
}
