package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;

/**
 * For the operator: stops an agent from serving anybody. Float and commission stay his, and so does the wallet that he may
 * have as a customer.
 */
@Singleton
final class BlockAgent extends Operation<BlockAgent.Input, BlockAgent.Reply> {
    /** @param phone in E.164 */
    @Serdeable
    record Input(String phone, String reason) {}

    /** How it can end. */
    sealed interface Reply extends Outcome permits BlockAgent.Blocked, BlockAgent.AlreadyBlocked, UnknownAgent {}

    @Serdeable
    record Blocked(String name) implements Reply, Success {}

    @Serdeable
    record AlreadyBlocked(String name) implements Reply {}

    private final Agents agents;

    BlockAgent(Agents agents) {
        super("agent.block", Input.class, Reply.class);
        this.agents = agents;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return agents.ofOperator(
                attempt, input.phone(), new UnknownAgent(), agent -> block(agent, attempt, input.reason()));
    }

    private static Decision<Reply> block(Agent agent, Attempt attempt, String reason) {
        if (!agent.isActive()) {
            return Decision.answer(new AlreadyBlocked(agent.name()));
        }
        var draft = attempt.draft()
                .write(agent.withStatus(Agent.BLOCKED))
                .fact("agent", agent.id())
                .fact("reason", reason);
        return Decision.propose(new Blocked(agent.name()), draft);
    }
}
