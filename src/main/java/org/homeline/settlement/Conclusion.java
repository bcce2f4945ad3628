package org.homeline.settlement;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeline.ledger.Account;
import org.homeline.ledger.Refusal;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Movement;
import org.homeline.operation.Outcome;
import org.homeline.operation.Refused;
import org.homeline.settlement.Partner.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * The two ways in which an instruction ends, and how one that had settled is undone, added to the caller's draft: its money is
 * posted or free again, and its errand says what follows.
 */
@Singleton
public final class Conclusion {
    private final Map<String, Errand> errands;

    Conclusion(List<Errand> errands) {
        this.errands = errands.stream().collect(Collectors.toMap(Errand::name, Function.identity()));
    }

    /**
     * The bank has done it.
     *
     * @param code the response code; null to leave the last one
     * @param holdOver what to answer where the money is no longer held
     * @return what moves, for the policies
     */
    public Optional<Movement> settle(
            Attempt attempt, Draft draft, Instruction instruction, @Nullable String code, Outcome holdOver) {
        draft.post(instruction.pending(), refusals(holdOver)).write(instruction.ended(Instruction.SETTLED, code));
        return errand(instruction).settled(attempt, draft, instruction);
    }

    /**
     * The bank has not done it, or has undone it.
     *
     * @param state {@link Instruction#DECLINED} or {@link Instruction#REVERSED}
     */
    public Optional<Movement> fail(
            Attempt attempt,
            Draft draft,
            Instruction instruction,
            String state,
            @Nullable String code,
            Meaning why,
            Outcome holdOver) {
        draft.release(instruction.pending(), refusals(holdOver)).write(instruction.ended(state, code));
        return errand(instruction).failed(attempt, draft, instruction, why);
    }

    /**
     * The bank has undone what it had done. The instruction's own transfer stays posted: what follows is in further ones.
     *
     * @param atBank where the books have the bank's money
     * @param notThere what to answer where what this takes is not there
     */
    public Optional<Movement> undo(
            Attempt attempt, Draft draft, Instruction instruction, Account atBank, Outcome notThere) {
        draft.write(instruction.ended(Instruction.RETURNED, null));
        return errand(instruction).returned(attempt, draft, instruction, atBank, notThere);
    }

    /** Whose money an instruction moves; empty where nobody runs such errands any more. */
    public Optional<Errand.Whose> whose(Attempt attempt, Instruction instruction) {
        return Optional.ofNullable(errands.get(instruction.errand())).map(errand -> errand.whose(attempt, instruction));
    }

    /** Where somebody else has ended it meanwhile, what was read has changed, and the row's version says so too. */
    private static Map<Refusal, Outcome> refusals(Outcome holdOver) {
        return Map.of(
                Refusal.PENDING_TRANSFER_ALREADY_POSTED,
                new Refused(Refused.BUSY),
                Refusal.PENDING_TRANSFER_ALREADY_VOIDED,
                holdOver,
                Refusal.PENDING_TRANSFER_EXPIRED,
                holdOver);
    }

    private Errand errand(Instruction instruction) {
        var errand = errands.get(instruction.errand());
        if (errand == null) {
            throw new IllegalStateException("nobody runs errands called " + instruction.errand() + " any more");
        }
        return errand;
    }
}
