package org.homeline.settlement.reconciliation;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Draft;
import org.homeline.operation.Movement;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;
import org.homeline.settlement.Correction;
import org.homeline.settlement.Discrepancies;
import org.homeline.settlement.Discrepancy;
import org.homeline.settlement.SettlementDay;
import org.homeline.settlement.SettlementDays;
import org.jspecify.annotations.Nullable;

/**
 * For another operator than the one who proposed it: has a correction done, in a journal of its own. What becomes of a
 * day whose last exception this was is {@link DayEnd}'s.
 */
@Singleton
final class ApproveCorrection extends Operation<ApproveCorrection.Input, ApproveCorrection.Reply> {
    /**
     * @param as the {@link Correction} that is meant, by its label: whatever else is proposed meanwhile is not approved
     * @param gap what is to move, as {@link Gap} writes it: likewise; null where nothing is
     * @param instruction which one is returned, by its id, where somebody has said that: likewise; else null
     */
    @Serdeable
    record Input(
            String id,
            String as,
            String reason,
            @Nullable String gap,
            @Nullable String instruction) {
        private boolean means(Discrepancy found, Correction wanted) {
            return wanted.label().equals(as)
                    && Gap.isMeant(found, gap)
                    && found.named().equals(Optional.ofNullable(instruction).flatMap(ExceptionId::read));
        }
    }

    /** How it can end. */
    sealed interface Reply extends Outcome
            permits ApproveCorrection.Approved,
                    ApproveCorrection.NotProposed,
                    ApproveCorrection.Changed,
                    ApproveCorrection.SamePerson,
                    ApproveCorrection.HoldIsOver,
                    ApproveCorrection.CannotSettle,
                    ApproveCorrection.DayIsClosing,
                    BalancedWithoutIt,
                    AlreadyResolved,
                    UnknownException {}

    /** @param next what is left to do: a loss is the operator's, and customers' money lacks it until it is paid in; else null */
    @Serdeable
    record Approved(
            UUID id,
            String correction,
            String proposedBy,
            Money moves,
            @Nullable String next) implements Reply, Success {}

    @Serdeable
    record NotProposed() implements Reply {}

    /** Another correction is proposed than the one that is meant, or of another amount or instruction. */
    @Serdeable
    record Changed(String correction, String gap, @Nullable UUID instruction, String proposedBy) implements Reply {}

    /** Whoever proposed it can't approve it, under whatever name. */
    @Serdeable
    record SamePerson(String proposedBy) implements Reply {}

    /** The instruction's money is no longer held. */
    @Serdeable
    record HoldIsOver() implements Reply {}

    /** The money that it takes is not there, or the line is no payment of the net position. */
    @Serdeable
    record CannotSettle(String why) implements Reply {}

    /** The bank is being asked what the day came to without it. */
    @Serdeable
    record DayIsClosing(LocalDate day) implements Reply {}

    private final Discrepancies discrepancies;
    private final SettlementDays days;
    private final DayEnd end;
    private final Corrections corrections;

    ApproveCorrection(Discrepancies discrepancies, SettlementDays days, DayEnd end, Corrections corrections) {
        super("settlement.approve", Input.class, Reply.class);
        this.discrepancies = discrepancies;
        this.days = days;
        this.end = end;
        this.corrections = corrections;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        attempt.operator();
        return ExceptionId.read(input.id())
                .flatMap(discrepancies::findById)
                .map(found -> approve(found, input, attempt))
                .orElseGet(() -> Decision.answer(new UnknownException()));
    }

    private Decision<Reply> approve(Discrepancy found, Input input, Attempt attempt) {
        if (found.isOver()) {
            return Decision.answer(AlreadyResolved.of(found));
        }
        var wanted = Optional.ofNullable(found.correction()).flatMap(Correction::find);
        if (!found.isWaiting() && found.isDecided()) {
            return Decision.answer(AlreadyResolved.of(found));
        }
        if (wanted.isEmpty() || !found.isProposed()) {
            return Decision.answer(new NotProposed());
        }
        var by = attempt.operator().name();
        var proposedBy = Objects.requireNonNull(found.proposedBy());
        if (!input.means(found, wanted.get())) {
            return Decision.answer(new Changed(
                    wanted.get().label(), Gap.say(found), found.named().orElse(null), proposedBy));
        }
        if (Person.behind(by).equals(Person.behind(proposedBy))) {
            return Decision.answer(new SamePerson(proposedBy));
        }
        if (ProposeCorrection.settles(found, wanted.get())) {
            if (ProposeCorrection.isIn(SettlementDay.CLOSING, found, days)) {
                return Decision.answer(new DayIsClosing(found.day()));
            }
            if (ProposeCorrection.isIn(SettlementDay.BALANCED, found, days)) {
                return Decision.answer(new BalancedWithoutIt());
            }
        }
        return correct(found, wanted.get(), input, attempt);
    }

    private Decision<Reply> correct(Discrepancy found, Correction wanted, Input input, Attempt attempt) {
        var by = attempt.operator().name();
        var proposedBy = Objects.requireNonNull(found.proposedBy());
        var draft = attempt.draft();
        return switch (corrections.add(attempt, draft, found, wanted)) {
            case Corrections.Result.Added(var movement) -> {
                var reason = ProposeCorrection.cut(input.reason());
                draft.write(found.approved(by, reason, attempt.now()))
                        .fact("exception", found.id())
                        .fact("correction", wanted.label())
                        .fact("proposed by", proposedBy)
                        .fact(
                                "in place of",
                                found.booked().map(Correction::label).orElse("nothing"))
                        .fact("reason", reason);
                found.named().ifPresent(undone -> draft.fact("undone", undone));
                close(found, wanted, draft, attempt.now());
                yield propose(
                        new Approved(found.id(), wanted.label(), proposedBy, found.moves(), next(found, wanted)),
                        draft,
                        movement);
            }
            case Corrections.Result.CannotSettle(var why) -> Decision.answer(new CannotSettle(why));
        };
    }

    private static @Nullable String next(Discrepancy found, Correction wanted) {
        return wanted == Correction.WRITE_OFF && found.moves().isNegative()
                ? "./homeline treasury cover %s%s REASON, once it is paid in from own funds"
                        .formatted(found.moves().abs().major().toPlainString(), found.currency())
                : null;
    }

    private static Decision<Reply> propose(Approved approved, Draft draft, Optional<Movement> movement) {
        return movement.map(moves -> Decision.<Reply>propose(approved, draft, moves))
                .orElseGet(() -> Decision.propose(approved, draft));
    }

    /** The day's row is written each time: of two that approve the last two at once, one decides again. */
    private void close(Discrepancy found, Correction by, Draft draft, Instant now) {
        days.of(found.partner(), found.day()).stream()
                .filter(day -> found.what().keepsDayOpen()
                        && day.currency().equals(found.currency())
                        && day.state().equals(SettlementDay.DIFFERENT))
                .forEach(day -> draft.write(end.after(found, by, day, now)));
    }
}
