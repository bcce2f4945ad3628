package org.homeline.settlement.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;
import org.homeline.settlement.Instruction;
import org.homeline.settlement.Instructions;
import org.jspecify.annotations.Nullable;

/** For the operator: what banks have not answered for good, oldest first, a bounded number. */
@Singleton
final class ListInstructions extends Operation<ListInstructions.Input, ListInstructions.Reply> {
    @Serdeable
    record Input() {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record UnderWay(@JsonInclude(JsonInclude.Include.ALWAYS) List<Entry> items) implements Reply, Success {}

    /**
     * @param account its last digits
     * @param tries how often its present message was sent
     * @param made when it was given
     * @param due when it is taken up next; null where it waits for an operator
     * @param rrn null until it was sent
     */
    @Serdeable
    record Entry(
            UUID id,
            String partner,
            String kind,
            Money amount,
            String account,
            String state,
            int tries,
            Instant made,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Instant due,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String rrn) {
        static Entry of(Instruction one) {
            return new Entry(
                    one.id(),
                    one.partner(),
                    one.kind(),
                    one.amount(),
                    "*" + one.tail(),
                    one.state(),
                    one.tries(),
                    one.made(),
                    one.due(),
                    one.rrn());
        }
    }

    private final Instructions instructions;

    ListInstructions(Instructions instructions) {
        super("settlement.instructions", Input.class, Reply.class);
        this.instructions = instructions;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        attempt.operator();
        return Decision.answer(
                new UnderWay(instructions.underWay().stream().map(Entry::of).toList()));
    }
}
