package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;

/**
 * For the operator: agent and customer agree on who has the cash, and what was to be moved was moved by other means. Moves
 * nothing itself.
 */
@Singleton
final class SettleStuck extends Operation<SettleStuck.Input, SettleStuck.Reply> {
    @Serdeable
    record Input(String reference, String reason) {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record StuckSettled(String reference) implements Reply, Success {}

    @Serdeable
    record NothingStuck(String reference) implements Reply {}

    private final StuckRows rows;

    SettleStuck(StuckRows rows) {
        super("agent.settleStuck", Input.class, Reply.class);
        this.rows = rows;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        attempt.operator();
        var reference = input.reference().strip().toUpperCase(Locale.ROOT);
        return rows.findOpen(reference)
                .map(stuck -> settle(attempt, stuck, input.reason()))
                .orElseGet(() -> Decision.answer(new NothingStuck(reference)));
    }

    private static Decision<Reply> settle(Attempt attempt, Stuck stuck, String reason) {
        return Decision.propose(
                new StuckSettled(stuck.reference()),
                attempt.draft()
                        .write(stuck.settledAt(attempt.now()))
                        .fact("reference", stuck.reference())
                        .fact("reason", reason));
    }
}
