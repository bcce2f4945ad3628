package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.homeline.customer.Customers;
import org.homeline.ledger.Refusal;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Movement;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;

/** Ends a cash-out whose time is over: what was held is the customer's again, and counts against no limit any more. */
@Singleton
final class ExpireCashOut extends Operation<ExpireCashOut.Input, ExpireCashOut.Reply> {
    static final String NAME = "agent.expireCashOut";

    @Serdeable
    record Input(UUID id) {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record Expired() implements Reply {}

    /** It was paid, or has expired already. */
    @Serdeable
    record NothingToDo() implements Reply {}

    private final CashOutRows cashOuts;
    private final Customers customers;

    ExpireCashOut(CashOutRows cashOuts, Customers customers) {
        super(NAME, Input.class, Reply.class);
        this.cashOuts = cashOuts;
        this.customers = customers;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return cashOuts.findById(input.id())
                .filter(one -> !one.isLive(attempt.now())
                        && (one.state().equals(CashOut.OPEN) || one.state().equals(CashOut.ASKED)))
                .map(one -> end(attempt, one))
                .orElseGet(() -> Decision.answer(new NothingToDo()));
    }

    private Decision<Reply> end(Attempt attempt, CashOut cashOut) {
        var draft = attempt.draft().write(cashOut.expired());
        var done = Map.<Refusal, Outcome>of(
                Refusal.PENDING_TRANSFER_ALREADY_POSTED, new NothingToDo(),
                Refusal.PENDING_TRANSFER_ALREADY_VOIDED, new NothingToDo());
        cashOut.pendings().forEach(pending -> draft.release(pending, done));
        if (!cashOut.state().equals(CashOut.OPEN)) {
            return Decision.propose(new Expired(), draft);
        }
        var amount = cashOut.amount();
        customers
                .find(attempt, cashOut.customer())
                .ifPresent(customer -> draft.tell(
                        customer.number(), customer.spoken(), "agent.code-expired", Map.of("amount", amount)));
        return Decision.propose(
                new Expired(),
                draft,
                Movement.refund(cashOut.customer(), amount, amount, new Movement.Counted(amount, cashOut.made())));
    }
}
