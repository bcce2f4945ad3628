package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import org.homeline.customer.Countries;
import org.homeline.customer.PinHolds;
import org.homeline.customer.Pins;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;
import org.jspecify.annotations.Nullable;

/**
 * For the operator: takes away a PIN that an agent forgot. The agent hears of it and chooses a new one at the till; the
 * operator can't. For a while the float takes no cash in ({@link PinHolds}).
 */
@Singleton
final class ResetAgentPin extends Operation<ResetAgentPin.Input, ResetAgentPin.Reply> {
    /**
     * @param phone in E.164
     * @param reason how the agent was known
     */
    @Serdeable
    record Input(String phone, String reason) {}

    /** How it can end. */
    sealed interface Reply extends Outcome permits ResetAgentPin.PinReset, ResetAgentPin.NoPin, UnknownAgent {}

    /** @param heldUntil null where value may leave at once */
    @Serdeable
    record PinReset(String name, @Nullable Instant heldUntil) implements Reply, Success {}

    /** There is none to take away. */
    @Serdeable
    record NoPin(String name) implements Reply {}

    private final Agents agents;
    private final Pins pins;
    private final PinHolds holds;
    private final Countries countries;

    ResetAgentPin(Agents agents, Pins pins, PinHolds holds, Countries countries) {
        super("agent.resetPin", Input.class, Reply.class);
        this.agents = agents;
        this.pins = pins;
        this.holds = holds;
        this.countries = countries;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return agents.ofOperator(
                attempt,
                input.phone(),
                new UnknownAgent(),
                agent -> pins.isSet(agent.id())
                        ? reset(agent, attempt, input.reason())
                        : Decision.answer(new NoPin(agent.name())));
    }

    private Decision<Reply> reset(Agent agent, Attempt attempt, String reason) {
        var draft = attempt.draft()
                .write(new Pins.Removed(agent.id()))
                .fact("agent", agent.id())
                .fact("reason", reason);
        var until = holds.add(draft, agent.id(), attempt.now());
        var values = new HashMap<>(holds.values());
        values.put("dial", countries.dial(agent.number()));
        draft.tell(agent.number(), agent.spoken(), "agent.pin-reset", values);
        return Decision.propose(new PinReset(agent.name(), until.orElse(null)), draft);
    }
}
