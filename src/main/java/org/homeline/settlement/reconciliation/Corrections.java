package org.homeline.settlement.reconciliation;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.TransferCode;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Movement;
import org.homeline.settlement.BankAccount;
import org.homeline.settlement.BankAccounts;
import org.homeline.settlement.Conclusion;
import org.homeline.settlement.Correction;
import org.homeline.settlement.Discrepancies;
import org.homeline.settlement.Discrepancy;
import org.homeline.settlement.Instruction;
import org.homeline.settlement.Instructions;
import org.homeline.settlement.Partner;
import org.homeline.settlement.Partners;
import org.homeline.settlement.SettlementDay;
import org.homeline.settlement.reconciliation.Payments.Booking;

/**
 * What a correction adds to the books. An instruction in doubt ends by its own hold, and one that the bank has undone by its
 * errand; any other gap moves between the account at the bank, and suspense or the operator's losses. What an earlier correction
 * moved is moved back first.
 */
@Singleton
final class Corrections {
    private final Partners partners;
    private final Instructions instructions;
    private final BankAccounts accounts;
    private final Conclusion conclusion;
    private final Payments payments;
    private final KnownMovements movements;
    private final Discrepancies discrepancies;
    private final Undone undone;
    private final DayComparison comparison;

    Corrections(
            Partners partners,
            Instructions instructions,
            BankAccounts accounts,
            Conclusion conclusion,
            Payments payments,
            KnownMovements movements,
            Discrepancies discrepancies,
            Undone undone,
            DayComparison comparison) {
        this.partners = partners;
        this.instructions = instructions;
        this.accounts = accounts;
        this.conclusion = conclusion;
        this.payments = payments;
        this.movements = movements;
        this.discrepancies = discrepancies;
        this.undone = undone;
        this.comparison = comparison;
    }

    /** Whether it can be done. */
    sealed interface Result {
        record Added(Optional<Movement> movement) implements Result {}

        record CannotSettle(String why) implements Result {}
    }

    private static final Result NOT_KEPT =
            new Result.CannotSettle("the amount is not kept any more: see ./homeline settlement exceptions");
    private static final Result NOTHING_MORE = new Result.Added(Optional.empty());
    private static final String NO_MONEY =
            "the money that this takes is not there: it is on its way, or what it was exchanged for was used since; see"
                    + " ./homeline treasury show";

    Result add(Attempt attempt, Draft draft, Discrepancy found, Correction wanted) {
        if (partners.find(found.partner()).isEmpty()) {
            return new Result.CannotSettle(
                    "iso8583/partners/%s.yaml is gone: put the file back, and leave it until nothing"
                                    .formatted(found.partner())
                            + " of that bank is in ./homeline settlement exceptions");
        }
        if (found.what() == Discrepancy.Kind.UNSHOWN_PAYMENT && movements.isShown(found.id())) {
            return new Result.CannotSettle("a line of a statement shows the payment by now");
        }
        takeBack(draft, found);
        return switch (wanted) {
            case SETTLE -> settle(attempt, draft, found);
            case GIVE_BACK -> giveBack(attempt, draft, found);
            case UNCLAIMED -> hand(draft, found);
            case RETURN -> undo(attempt, draft, found);
            case SUSPENSE -> move(attempt, draft, found, AccountCode.SUSPENSE);
            case WRITE_OFF -> move(attempt, draft, found, AccountCode.WRITE_OFF);
            case ACCEPT -> accept(attempt, found);
        };
    }

    /** Of what the items show to be more, or less, nobody has said so. */
    private Result accept(Attempt attempt, Discrepancy found) {
        return found.what().isOfItems()
                        && !found.isParked()
                        && comparison.gap(found, attempt.now()).orElse(found.gapMinor()) != found.gapMinor()
                ? otherItems(found)
                : NOTHING_MORE;
    }

    private Result settle(Attempt attempt, Draft draft, Discrepancy found) {
        return switch (found.what()) {
            case UNMATCHED_LINE -> pay(attempt, draft, found, "line " + found.line(), true);
            case PAYMENT -> pay(attempt, draft, found, found.theirs(), false);
            default -> post(attempt, draft, found);
        };
    }

    private Result giveBack(Attempt attempt, Draft draft, Discrepancy found) {
        return switch (found.what()) {
            case UNRETURNED -> offer(attempt, draft, found);
            case UNSHOWN_PAYMENT -> oweAgain(draft, found);
            default -> release(attempt, draft, found);
        };
    }

    private Result post(Attempt attempt, Draft draft, Discrepancy found) {
        return new Result.Added(
                conclusion.settle(attempt, draft, instruction(found), null, new ApproveCorrection.HoldIsOver()));
    }

    private Result release(Attempt attempt, Draft draft, Discrepancy found) {
        return new Result.Added(conclusion.fail(
                attempt,
                draft,
                instruction(found),
                Instruction.DECLINED,
                null,
                Partner.Meaning.UNKNOWN,
                new ApproveCorrection.HoldIsOver()));
    }

    /** What goes back to whom is decided where the money was kept. */
    private Result offer(Attempt attempt, Draft draft, Discrepancy found) {
        var kept = kept(found);
        if (!kept.isKept()) {
            return NOT_KEPT;
        }
        draft.write(kept.over(attempt.now()));
        return NOTHING_MORE;
    }

    private Result hand(Draft draft, Discrepancy found) {
        var kept = kept(found);
        if (!kept.isKept()) {
            return NOT_KEPT;
        }
        draft.move(
                        kept.holding(),
                        Account.ofOperator(AccountCode.UNCLAIMED, kept.proof().currency()),
                        kept.proof(),
                        TransferCode.CORRECTION)
                .write(kept.in(BankAccount.UNCLAIMED));
        return NOTHING_MORE;
    }

    private BankAccount kept(Discrepancy found) {
        return accounts.find(instruction(found).subject()).orElseThrow();
    }

    private Result undo(Attempt attempt, Draft draft, Discrepancy found) {
        var instruction = instructions
                .find(Objects.requireNonNull(found.undone(), "what is returned is an instruction"))
                .orElseThrow();
        if (!instruction.state().equals(Instruction.SETTLED)) {
            return new Result.CannotSettle(Undone.over(instruction));
        }
        // Asked again: another exception about it may have been corrected since this was proposed.
        var before = undone.corrected(found, instruction);
        if (before.isPresent()) {
            return new Result.CannotSettle(before.get());
        }
        if (!isShown(found, attempt)) {
            return otherItems(found);
        }
        var line = found.line();
        if (line != null) {
            draft.write(new StatementRow.Matched(line, instruction.id()));
        }
        return new Result.Added(conclusion.undo(
                attempt, draft, instruction, atBank(found), new ApproveCorrection.CannotSettle(NO_MONEY)));
    }

    private Instruction instruction(Discrepancy found) {
        var id = Objects.requireNonNull(found.instruction(), "an instruction in doubt is one");
        return instructions.find(id).orElseThrow();
    }

    /** @param safeguarded whether it is a line of the safeguarding account */
    private Result pay(Attempt attempt, Draft draft, Discrepancy found, String reference, boolean safeguarded) {
        var paid = new Money(-found.gapMinor(), found.gap().currency());
        var parked = safeguarded ? List.<Discrepancy>of() : sameWire(found, true);
        if (!parked.isEmpty()) {
            return new Result.CannotSettle("a line that shows it is corrected as %s: resolve %s as settle"
                    .formatted(parked.getFirst().bookedAs(), parked.getFirst().id()));
        }
        var wires = sameWire(found, false);
        // What a line of the safeguarding account shows has gone over that.
        boolean shown = safeguarded
                || wires.stream()
                                .filter(one -> one.gapMinor() == found.gapMinor())
                                .count()
                        == 1;
        return switch (payments.book(attempt, draft, partners.of(found.partner()), paid, reference, shown)) {
            case Booking.Booked booked -> match(attempt, draft, found, booked, wires);
            case Booking.BeyondPosition(Money owed) ->
                new Result.CannotSettle(
                        "it is beyond the net position: " + owed(owed) + ". Where it is a slip, resolve it as accept");
            case Booking.ReferenceUsed _ -> new Result.CannotSettle("it was booked before");
            case Booking.NotThere(Money there) -> new Result.CannotSettle("there is only " + there);
        };
    }

    /**
     * With the line that shows it, or what an operator said of it; that is nothing to be booked any more. Where several fit, none
     * is taken, and an operator has to see that; where there are only ones that say another amount, something is wrong.
     */
    private Result match(
            Attempt attempt, Draft draft, Discrepancy found, Booking.Booked booked, List<Discrepancy> wires) {
        var exact = wires.stream()
                .filter(one -> one.gapMinor() == found.gapMinor()
                        || one.gapMinor() == -booked.safeguarded().minor())
                .toList();
        var open = wires.stream().filter(Discrepancy::isUndecided).toList();
        if (exact.isEmpty() && !open.isEmpty()) {
            return new Result.CannotSettle(
                    "%s says %s of the same payment: approve that one, or accept it if it is wrong"
                            .formatted(
                                    open.getFirst().id(), open.getFirst().gap().abs()));
        }
        var wire = exact.size() == 1 ? Optional.of(exact.getFirst()) : Optional.<Discrepancy>empty();
        var line = found.line() == null ? wire.map(Discrepancy::line).orElse(null) : found.line();
        if (line != null) {
            draft.write(new StatementRow.Matched(line, booked.payment()));
        }
        wire.ifPresent(other -> draft.write(other.withdrawn("booked by the exception " + found.id(), attempt.now())));
        return NOTHING_MORE;
    }

    /**
     * What an operator says was paid, and lines of the statement of the same days that mention it, are one: once either is booked,
     * the other is nothing to be booked any more.
     *
     * @param parked whether it is in suspense or written off, or else has moved nothing
     */
    private List<Discrepancy> sameWire(Discrepancy one, boolean parked) {
        boolean isLine = one.line() != null;
        var kind = (isLine ? Discrepancy.Kind.PAYMENT : Discrepancy.Kind.UNMATCHED_LINE).label();
        var first = one.day().minusDays(Matching.DAYS);
        var last = one.day().plusDays(Matching.DAYS);
        var near = parked
                ? discrepancies.findParked(one.partner(), first, last, kind, one.currency())
                : discrepancies.findUnmoved(one.partner(), first, last, kind, one.currency());
        if (near.isEmpty()) {
            return List.of();
        }
        var shownBy = isLine ? List.of(one) : near;
        var lines = movements.lines(shownBy.stream()
                .flatMap(exception -> Optional.ofNullable(exception.line()).stream())
                .toList());
        return near.stream()
                .filter(other -> Long.signum(other.gapMinor()) == Long.signum(one.gapMinor()))
                .filter(other -> isLine
                        ? Matching.isShown(lines.get(one.line()), other)
                        : Matching.isShown(lines.get(other.line()), one))
                .toList();
    }

    /** Where the books have what the exception is about: what is owed to the bank, or the account that its statement is of. */
    private Account atBank(Discrepancy found) {
        return found.line() == null && found.what() != Discrepancy.Kind.UNSHOWN_PAYMENT
                ? owed(found)
                : Account.ofOperator(AccountCode.SAFEGUARDING, found.gap().currency());
    }

    private static String owed(Money owed) {
        return owed.isNegative() ? "the bank owes " + owed.abs() : "Homeline owes " + owed;
    }

    private Account owed(Discrepancy found) {
        return partners.of(found.partner()).settlement(found.gap().currency());
    }

    private Result oweAgain(Draft draft, Discrepancy found) {
        move(draft, found.gap(), atBank(found), owed(found));
        return NOTHING_MORE;
    }

    /**
     * What another exception has moved for the instruction is not moved once more. Its row is written each time, so that of two
     * corrections at once one is decided again.
     */
    private Result move(Attempt attempt, Draft draft, Discrepancy found, AccountCode against) {
        if (found.what().isOfItems() && found.instruction() != null) {
            // Read before all that is held against it: whatever is corrected meanwhile has changed it.
            var instruction = instruction(found);
            draft.write(instruction);
            var elsewhere = undone.elsewhere(found, instruction);
            if (elsewhere.isPresent()) {
                return new Result.CannotSettle(elsewhere.get());
            }
        }
        // What it moved itself moves on only, which changes nothing between the bank and the books.
        if (!found.isParked() && !isShown(found, attempt)) {
            return otherItems(found);
        }
        move(
                draft,
                found.gap(),
                atBank(found),
                Account.ofOperator(against, found.gap().currency()));
        return NOTHING_MORE;
    }

    /** Whether what it is about still stands: its day's items may have been replaced, or others have moved what it is about. */
    private boolean isShown(Discrepancy found, Attempt attempt) {
        return !found.what().isOfItems()
                || comparison.gap(found, attempt.now()).equals(OptionalLong.of(found.gapMinor()));
    }

    private static Result otherItems(Discrepancy found) {
        return new Result.CannotSettle(
                "the day's items and what was corrected show it otherwise by now: compare them again by "
                        + SettlementDay.itemsCommand(found.partner(), found.day()));
    }

    /** What an earlier correction moved, if it moved anything. */
    private void takeBack(Draft draft, Discrepancy found) {
        found.booked().ifPresent(before -> {
            var currency = found.gap().currency();
            switch (before) {
                case SUSPENSE ->
                    move(draft, found.gap(), Account.ofOperator(AccountCode.SUSPENSE, currency), atBank(found));
                case WRITE_OFF ->
                    move(draft, found.gap(), Account.ofOperator(AccountCode.WRITE_OFF, currency), atBank(found));
                case ACCEPT -> {}
                case SETTLE, GIVE_BACK, RETURN, UNCLAIMED -> throw new IllegalStateException(before + " is final");
            }
        });
    }

    /** @param gap negative where it moves the other way */
    private static void move(Draft draft, Money gap, Account debit, Account credit) {
        draft.move(
                gap.isNegative() ? credit : debit,
                gap.isNegative() ? debit : credit,
                gap.abs(),
                TransferCode.CORRECTION);
    }
}
