package org.homeline.settlement.reconciliation;

import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.TransferCode;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Movement;
import org.homeline.settlement.Conclusion;
import org.homeline.settlement.Correction;
import org.homeline.settlement.Discrepancy;
import org.homeline.settlement.Instruction;
import org.homeline.settlement.Instructions;
import org.homeline.settlement.Partner;
import org.homeline.settlement.Partners;
import org.homeline.settlement.reconciliation.Payments.Booking;

/**
 * What a correction adds to the books. An instruction in doubt ends by its own hold; any other gap moves between the account
 * at the bank, and suspense or the operator's losses.
 */
@Singleton
final class Corrections {
    private final Partners partners;
    private final Instructions instructions;
    private final Conclusion conclusion;
    private final Payments payments;

    Corrections(Partners partners, Instructions instructions, Conclusion conclusion, Payments payments) {
        this.partners = partners;
        this.instructions = instructions;
        this.conclusion = conclusion;
        this.payments = payments;
    }

    /** Whether it can be done. */
    sealed interface Result {
        record Added(Optional<Movement> movement) implements Result {}

        record CannotSettle(String why) implements Result {}
    }

    private static final Result NOTHING_MORE = new Result.Added(Optional.empty());

    Result add(Attempt attempt, Draft draft, Discrepancy found, Correction wanted) {
        return switch (wanted) {
            case SETTLE -> found.line() == null ? settle(attempt, draft, found) : pay(attempt, draft, found);
            case GIVE_BACK -> giveBack(attempt, draft, found);
            case SUSPENSE -> move(draft, found, AccountCode.SUSPENSE);
            case WRITE_OFF -> move(draft, found, AccountCode.WRITE_OFF);
            case ACCEPT -> NOTHING_MORE;
        };
    }

    private Result settle(Attempt attempt, Draft draft, Discrepancy found) {
        return new Result.Added(
                conclusion.settle(attempt, draft, instruction(found), null, new ApproveCorrection.HoldIsOver()));
    }

    private Result giveBack(Attempt attempt, Draft draft, Discrepancy found) {
        return new Result.Added(conclusion.fail(
                attempt,
                draft,
                instruction(found),
                Instruction.DECLINED,
                null,
                Partner.Meaning.UNKNOWN,
                new ApproveCorrection.HoldIsOver()));
    }

    private Instruction instruction(Discrepancy found) {
        var id = Objects.requireNonNull(found.instruction(), "an instruction in doubt is one");
        return instructions.find(id).orElseThrow();
    }

    /** A line of the safeguarding account that settles the net position after all. */
    private Result pay(Attempt attempt, Draft draft, Discrepancy found) {
        var line = Objects.requireNonNull(found.line());
        var paid = new Money(-found.gapMinor(), found.gap().currency());
        var reference = "line " + line;
        return switch (payments.book(attempt, draft, partners.of(found.partner()), paid, reference, true)) {
            case Booking.Booked(var payment, var _) -> {
                draft.write(new StatementRow.Matched(line, payment));
                yield NOTHING_MORE;
            }
            case Booking.BeyondPosition(Money owed) ->
                new Result.CannotSettle("it is beyond the net position: Homeline owes " + owed);
            case Booking.ReferenceUsed _ -> new Result.CannotSettle("it was booked before");
            case Booking.NotThere(Money there) -> new Result.CannotSettle("there is only " + there);
        };
    }

    private Result move(Draft draft, Discrepancy found, AccountCode against) {
        var gap = found.gap();
        var atBank = found.line() == null
                ? partners.of(found.partner()).settlement(gap.currency())
                : Account.ofOperator(AccountCode.SAFEGUARDING, gap.currency());
        var other = Account.ofOperator(against, gap.currency());
        draft.move(
                gap.isNegative() ? other : atBank,
                gap.isNegative() ? atBank : other,
                gap.abs(),
                TransferCode.CORRECTION);
        return NOTHING_MORE;
    }
}
