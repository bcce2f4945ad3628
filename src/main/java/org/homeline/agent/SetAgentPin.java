package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.customer.Pins;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Pin;
import org.homeline.operation.Role;

/** A new agent chooses his PIN. */
@Singleton
final class SetAgentPin extends Operation<SetAgentPin.Input, SetAgentPin.Reply> {
    @Serdeable
    record Input(Pin pin) {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record PinSet() implements Reply {}

    @Serdeable
    record WeakPin() implements Reply {}

    @Serdeable
    record AlreadySet() implements Reply {}

    private final Agents agents;
    private final Pins pins;

    SetAgentPin(Agents agents, Pins pins) {
        super("agent.setPin", Input.class, Reply.class);
        this.agents = agents;
        this.pins = pins;
    }

    @Override
    public Role role() {
        return Role.AGENT;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var agent = agents.serving(attempt);
        if (pins.isSet(agent.id())) {
            return Decision.answer(new AlreadySet());
        }
        if (Pins.isWeak(input.pin(), agent.number())) {
            return Decision.answer(new WeakPin());
        }
        return Decision.propose(new PinSet(), attempt.draft().write(pins.set(agent.id(), input.pin())));
    }
}
