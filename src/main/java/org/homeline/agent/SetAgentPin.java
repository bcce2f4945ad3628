package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.customer.Pins;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Outcome;
import org.homeline.operation.Pin;

/** A new agent chooses his PIN. */
@Singleton
final class SetAgentPin extends AgentOperation<SetAgentPin.Input, SetAgentPin.Reply> {
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

    private final Pins pins;

    SetAgentPin(Agents agents, Pins pins) {
        super("agent.setPin", Input.class, Reply.class, Consent.PHONE, agents);
        this.pins = pins;
    }

    @Override
    Decision<Reply> decide(Input input, Attempt attempt, Agent agent) {
        if (pins.isSet(agent.id())) {
            return Decision.answer(new AlreadySet());
        }
        if (Pins.isWeak(input.pin(), agent.number())) {
            return Decision.answer(new WeakPin());
        }
        return Decision.propose(new PinSet(), attempt.draft().write(pins.set(agent.id(), input.pin())));
    }
}
