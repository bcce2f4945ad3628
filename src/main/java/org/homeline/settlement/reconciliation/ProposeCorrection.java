package org.homeline.settlement.reconciliation;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;
import org.homeline.settlement.Correction;
import org.homeline.settlement.Discrepancies;
import org.homeline.settlement.Discrepancy;
import org.homeline.settlement.Instruction;
import org.homeline.settlement.Instructions;
import org.homeline.settlement.SettlementDay;
import org.homeline.settlement.SettlementDays;
import org.jspecify.annotations.Nullable;

/**
 * For one operator: says how an exception is put right. Another approves it; until then a new proposal takes its place. What only
 * waits in suspense, was written off or moved nothing can be put right otherwise later.
 */
@Singleton
final class ProposeCorrection extends Operation<ProposeCorrection.Input, ProposeCorrection.Reply> {
    private static final int LONGEST = 200;

    /**
     * @param as a {@link Correction}'s label
     * @param instruction which one the bank has undone, by its id or retrieval reference number; null where the exception says it
     */
    @Serdeable
    record Input(
            String id, String as, String reason, @Nullable String instruction) {}

    /** How it can end. */
    sealed interface Reply extends Outcome
            permits ProposeCorrection.Proposed,
                    ProposeCorrection.Unfit,
                    ProposeCorrection.NotReturned,
                    ProposeCorrection.NotNow,
                    BalancedWithoutIt,
                    AlreadyResolved,
                    UnknownException {}

    /**
     * @param moves how much money
     * @param caution what the bank shows otherwise; null where nothing speaks against it
     * @param needs who has to approve it
     * @param next by which command
     */
    @Serdeable
    record Proposed(
            UUID id,
            String correction,
            Money moves,
            @Nullable String caution,
            String needs,
            String next) implements Reply, Success {}

    /** Such a thing is not put right in that way. */
    @Serdeable
    record Unfit(String kind, List<String> fit) implements Reply {}

    /** The bank can't have undone that, or it is not known what it has undone. */
    @Serdeable
    record NotReturned(String why) implements Reply {}

    /** Nobody could approve it now. */
    @Serdeable
    record NotNow(String why) implements Reply {}

    private final Undone undone;
    private final Instructions instructions;
    private final Corrections corrections;
    private final Discrepancies discrepancies;
    private final SettlementDays days;

    ProposeCorrection(
            Undone undone,
            Instructions instructions,
            Corrections corrections,
            Discrepancies discrepancies,
            SettlementDays days) {
        super("settlement.resolve", Input.class, Reply.class);
        this.undone = undone;
        this.instructions = instructions;
        this.corrections = corrections;
        this.discrepancies = discrepancies;
        this.days = days;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        attempt.operator();
        return ExceptionId.read(input.id())
                .flatMap(discrepancies::findById)
                .map(found -> propose(found, input, attempt))
                .orElseGet(() -> Decision.answer(new UnknownException()));
    }

    private Decision<Reply> propose(Discrepancy found, Input input, Attempt attempt) {
        if (found.isOver()) {
            return Decision.answer(AlreadyResolved.of(found));
        }
        var fit = fit(found);
        var wanted = Correction.find(input.as()).filter(fit::contains);
        if (wanted.isEmpty()) {
            return Decision.answer(
                    new Unfit(found.kind(), fit.stream().map(Correction::label).toList()));
        }
        if (settles(found, wanted.get()) && isIn(SettlementDay.BALANCED, found, days)) {
            return Decision.answer(new BalancedWithoutIt());
        }
        var by = attempt.operator().name();
        var reason = cut(input.reason());
        if (isForeseen(found, wanted.get())
                // Only to see whether it could be approved now: nothing of it is kept.
                && corrections.add(attempt, attempt.draft(), found, wanted.get())
                        instanceof Corrections.Result.CannotSettle(var why)) {
            return Decision.answer(new NotNow(why));
        }
        if (wanted.get() != Correction.RETURN) {
            return propose(found.proposed(wanted.get(), reason, by, amount(found)), wanted.get(), reason, attempt);
        }
        return switch (undone.by(found, input.instruction())) {
            case Undone.Found.One(var instruction) ->
                propose(found.returned(instruction, reason, by), Correction.RETURN, reason, attempt);
            case Undone.Found.None(var why) -> Decision.answer(new NotReturned(why));
        };
    }

    /** Whether it shows before the approval that it can't be done. */
    private static boolean isForeseen(Discrepancy found, Correction wanted) {
        return switch (wanted) {
            case SETTLE -> found.what() != Discrepancy.Kind.UNRESOLVED;
            case SUSPENSE, WRITE_OFF -> true;
            case GIVE_BACK, RETURN, UNCLAIMED, ACCEPT -> false;
        };
    }

    private long amount(Discrepancy found) {
        return Optional.ofNullable(found.instruction())
                .flatMap(instructions::find)
                .map(Instruction::minor)
                .orElse(0L);
    }

    private static Decision<Reply> propose(Discrepancy proposed, Correction wanted, String reason, Attempt attempt) {
        var draft = attempt.draft()
                .write(proposed)
                .fact("exception", proposed.id())
                .fact("correction", wanted.label())
                .fact("reason", reason);
        proposed.named().ifPresent(undone -> draft.fact("undone", undone));
        var needs = another(attempt.operator().name());
        return Decision.propose(
                new Proposed(
                        proposed.id(),
                        wanted.label(),
                        proposed.moves(),
                        proposed.objection(wanted).orElse(null),
                        needs,
                        next(proposed, wanted)),
                draft);
    }

    /** Nothing waits or is lost where there is no gap. */
    private static List<Correction> fit(Discrepancy found) {
        return Correction.of(found.what()).stream()
                .filter(one -> found.gapMinor() != 0 || (one != Correction.SUSPENSE && one != Correction.WRITE_OFF))
                .toList();
    }

    static String another(String by) {
        return "another person than " + by;
    }

    static String next(Discrepancy found, Correction wanted) {
        var gap = found.movesMinor() == 0 ? "" : " --gap=" + Gap.say(found);
        var undone = found.named().map(which -> " --instruction " + which).orElse("");
        return "./homeline settlement approve %s --as %s%s%s --reason TEXT"
                .formatted(found.id(), wanted.label(), gap, undone);
    }

    /** Whether it would count an instruction in doubt as done. */
    static boolean settles(Discrepancy found, Correction wanted) {
        return found.what() == Discrepancy.Kind.UNRESOLVED && wanted == Correction.SETTLE;
    }

    static boolean isIn(String state, Discrepancy found, SettlementDays days) {
        return days.of(found.partner(), found.day()).stream()
                .anyMatch(day ->
                        day.currency().equals(found.currency()) && day.state().equals(state));
    }

    static String cut(String reason) {
        return reason.substring(0, Math.min(LONGEST, reason.length()));
    }
}
