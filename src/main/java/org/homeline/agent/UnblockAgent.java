package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Map;
import org.homeline.customer.Pins;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;

/** For the operator: lets a blocked agent work again, and frees a locked PIN. */
@Singleton
final class UnblockAgent extends Operation<UnblockAgent.Input, UnblockAgent.Reply> {
    /** @param phone in E.164 */
    @Serdeable
    record Input(String phone, String reason) {}

    /** How it can end. */
    sealed interface Reply extends Outcome permits UnblockAgent.Unblocked, UnblockAgent.NotBlocked, UnknownAgent {}

    /** One of them at least. */
    @Serdeable
    record Unblocked(String name, boolean blockLifted, boolean pinUnlocked) implements Reply, Success {}

    /** Nor is the PIN locked. */
    @Serdeable
    record NotBlocked(String name) implements Reply {}

    private final Agents agents;
    private final Pins pins;

    UnblockAgent(Agents agents, Pins pins) {
        super("agent.unblock", Input.class, Reply.class);
        this.agents = agents;
        this.pins = pins;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return agents.ofOperator(
                attempt, input.phone(), new UnknownAgent(), agent -> open(agent, attempt, input.reason()));
    }

    /** Tells the agent what is open again. */
    private Decision<Reply> open(Agent agent, Attempt attempt, String reason) {
        boolean blocked = !agent.isActive();
        boolean locked = pins.isLocked(agent.id());
        if (!blocked && !locked) {
            return Decision.answer(new NotBlocked(agent.name()));
        }
        var draft = attempt.draft().fact("agent", agent.id()).fact("reason", reason);
        if (blocked) {
            draft.write(agent.withStatus(Agent.ACTIVE))
                    .tell(agent.number(), agent.spoken(), "agent.unblocked", Map.of());
        }
        if (locked) {
            draft.write(new Pins.Freed(agent.id()))
                    .tell(agent.number(), agent.spoken(), "customer.pin-unlocked", Map.of());
        }
        return Decision.propose(new Unblocked(agent.name(), blocked, locked), draft);
    }
}
