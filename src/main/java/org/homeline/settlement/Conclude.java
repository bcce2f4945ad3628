package org.homeline.settlement;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Draft;
import org.homeline.operation.Movement;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Refused;
import org.homeline.settlement.Partner.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * Ends an instruction by what the partner answered: posts or voids the money, and lets its errand say what follows, in one
 * journal. An answer that comes after the end, or after the reversal began, changes nothing.
 */
@Singleton
public final class Conclude extends Operation<Conclude.Input, Conclude.Reply> {
    public static final String NAME = "settlement.conclude";

    /** What ended it. */
    public enum By {
        /** An answer to the request or the advice. */
        ANSWER,
        /** The acknowledgement of its reversal. */
        REVERSAL,
        /** The link did not come up: nothing was sent. */
        NOT_SENT,
        /** Nobody can tell any more: the operator decides. */
        DOUBT
    }

    /**
     * @param code the response code (field 39); null where there was none
     * @param message the answer as logs may show it; null where there was none
     */
    @Serdeable
    public record Input(
            UUID id, By by, @Nullable String code, @Nullable String message) {}

    /** How it can end. */
    public sealed interface Reply extends Outcome {}

    @Serdeable
    public record Concluded(String state) implements Reply {}

    /** It has ended before, or is in another state than this could end. */
    @Serdeable
    public record NothingToDo() implements Reply {}

    private final InstructionRows rows;
    private final Partners partners;
    private final Conclusion conclusion;

    Conclude(InstructionRows rows, Partners partners, Conclusion conclusion) {
        super(NAME, Input.class, Reply.class);
        this.rows = rows;
        this.partners = partners;
        this.conclusion = conclusion;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return rows.findById(input.id())
                .flatMap(instruction -> end(attempt, input, instruction))
                .orElseGet(() -> Decision.answer(new NothingToDo()));
    }

    private Optional<Decision<Reply>> end(Attempt attempt, Input input, Instruction instruction) {
        return switch (input.by()) {
            case ANSWER ->
                instruction.state().equals(Instruction.SENT) && input.code() != null
                        ? Optional.of(answered(attempt, input, instruction, input.code()))
                        : Optional.empty();
            case REVERSAL ->
                instruction.state().equals(Instruction.REVERSING)
                        ? Optional.of(failed(attempt, input, instruction, Instruction.REVERSED, Meaning.UNKNOWN))
                        : Optional.empty();
            case NOT_SENT ->
                instruction.state().equals(Instruction.QUEUED)
                        ? Optional.of(failed(attempt, input, instruction, Instruction.DECLINED, Meaning.UNAVAILABLE))
                        : Optional.empty();
            case DOUBT ->
                instruction.isOver() || instruction.state().equals(Instruction.EXCEPTION)
                        ? Optional.empty()
                        : Optional.of(doubted(attempt, input, instruction));
        };
    }

    private Decision<Reply> answered(Attempt attempt, Input input, Instruction instruction, String code) {
        var meaning = partners.of(instruction.partner()).meaning(code);
        return switch (meaning) {
            case APPROVED -> settled(attempt, input, instruction);
            case NO_MONEY, NO_ACCOUNT, NOT_ALLOWED, LIMIT, UNAVAILABLE, REFUSED ->
                failed(attempt, input, instruction, Instruction.DECLINED, meaning);
            case UNKNOWN -> Decision.answer(new NothingToDo());
        };
    }

    private Decision<Reply> settled(Attempt attempt, Input input, Instruction instruction) {
        var draft = noted(attempt, input, instruction);
        var movement = conclusion.settle(attempt, draft, instruction, input.code(), new Refused(Refused.BUSY));
        return propose(Instruction.SETTLED, draft, movement);
    }

    private Decision<Reply> failed(Attempt attempt, Input input, Instruction instruction, String state, Meaning why) {
        var draft = noted(attempt, input, instruction);
        var movement =
                conclusion.fail(attempt, draft, instruction, state, input.code(), why, new Refused(Refused.BUSY));
        return propose(state, draft, movement);
    }

    /** The money stays held, and an operator finds it among the exceptions. */
    private Decision<Reply> doubted(Attempt attempt, Input input, Instruction instruction) {
        var day = instruction.day() == null
                ? partners.of(instruction.partner()).cutOver().day(attempt.now())
                : instruction.day();
        var draft = noted(attempt, input, instruction)
                .write(instruction.exceptional(input.code()))
                .write(Discrepancy.doubt(instruction, day, attempt.now()));
        return propose(Instruction.EXCEPTION, draft, Optional.empty());
    }

    private Draft noted(Attempt attempt, Input input, Instruction instruction) {
        var draft = attempt.draft().fact("instruction", instruction.id());
        if (input.code() != null) {
            draft.fact("response code", input.code());
        }
        return input.message() == null
                ? draft
                : draft.write(new InstructionMessage(instruction.id(), attempt.now(), false, input.message()));
    }

    private static Decision<Reply> propose(String state, Draft draft, Optional<Movement> movement) {
        var outcome = new Concluded(state);
        return movement.map(moves -> Decision.<Reply>propose(outcome, draft.fact("state", state), moves))
                .orElseGet(() -> Decision.propose(outcome, draft.fact("state", state)));
    }
}
