package org.homeline.settlement;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.homeline.customer.Activity;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.TransferCode;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Movement;
import org.homeline.operation.Outcome;
import org.homeline.phone.PhoneNumber;

/** The errand of {@link GiveOrder}: leaves a line in the books for each ending, so that a second one would be seen. */
@Singleton
@Requires(property = GiveOrder.PROPERTY)
final class Endings implements Errand {
    static final String NAME = "test";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Whose whose(Attempt attempt, Instruction instruction) {
        return new Whose(new PhoneNumber("+254700000000"), null);
    }

    @Override
    public Optional<Movement> settled(Attempt attempt, Draft draft, Instruction instruction) {
        return note(attempt, draft, instruction, Activity.What.CASH_IN);
    }

    @Override
    public Optional<Movement> failed(Attempt attempt, Draft draft, Instruction instruction, Partner.Meaning why) {
        return note(attempt, draft, instruction, Activity.What.REFUNDED);
    }

    @Override
    public Optional<Movement> returned(
            Attempt attempt, Draft draft, Instruction instruction, Account atBank, Outcome notThere) {
        boolean debit = instruction.direction() == Partner.Kind.DEBIT;
        var ours = Account.ofOperator(AccountCode.TAXES, instruction.amount().currency());
        draft.move(debit ? ours : atBank, debit ? atBank : ours, instruction.amount(), TransferCode.CORRECTION);
        return note(attempt, draft, instruction, Activity.What.BANK_TAKEN_BACK);
    }

    private static Optional<Movement> note(Attempt attempt, Draft draft, Instruction instruction, Activity.What what) {
        draft.write(
                Activity.in(attempt, instruction.subject(), attempt.reference(), what, instruction.amount(), "test"));
        return Optional.empty();
    }
}
