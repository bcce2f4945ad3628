package org.homeline.banking;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.settlement.BankAccount;
import org.homeline.settlement.BankAccounts;

/** Ends a link whose code was not told in its time, or tries again to give its small amount back. */
@Singleton
final class ExpireProof extends Operation<ExpireProof.Input, ExpireProof.Reply> {
    static final String NAME = "banking.expireProof";

    @Serdeable
    record Input(UUID id) {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record Expired() implements Reply {}

    /** It was told, or has expired already. */
    @Serdeable
    record NothingToDo() implements Reply {}

    private final BankAccounts accounts;
    private final Proofs proofs;

    ExpireProof(BankAccounts accounts, Proofs proofs) {
        super(NAME, Input.class, Reply.class);
        this.accounts = accounts;
        this.proofs = proofs;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return accounts.find(input.id())
                .filter(account -> account.isToReturn() && !attempt.now().isBefore(account.expires()))
                .map(account -> expire(attempt, account))
                .orElseGet(() -> Decision.answer(new NothingToDo()));
    }

    private Decision<Reply> expire(Attempt attempt, BankAccount account) {
        var draft = attempt.draft();
        proofs.giveBack(attempt, draft, proofs.owner(attempt, account), account);
        return Decision.propose(new Expired(), draft);
    }
}
