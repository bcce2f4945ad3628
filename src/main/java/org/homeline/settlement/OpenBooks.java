package org.homeline.settlement;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.TransferCode;
import org.homeline.money.Money;
import org.homeline.operation.Actor;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Teller;

/** Books what the operator starts with. Its key is always the same, so it happens once in the life of the books. */
@Singleton
public final class OpenBooks extends Operation<OpenBooks.Input, OpenBooks.Reply> {
    private static final String NAME = "treasury.open";

    @Serdeable
    record Input() {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record Opened() implements Reply {}

    private final TreasurySettings settings;

    OpenBooks(TreasurySettings settings) {
        super(NAME, Input.class, Reply.class);
        this.settings = settings;
    }

    /** At every start; the first one counts. */
    public static void with(Teller teller) {
        teller.perform(NAME, new Input(), new Actor.Worker("first start"), NAME, null);
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var draft = attempt.draft();
        for (Money opening : settings.opening()) {
            draft.move(
                    Account.ofOperator(AccountCode.PREFUNDING, opening.currency()),
                    Account.ofOperator(AccountCode.EXCHANGE_POSITION, opening.currency()),
                    opening,
                    TransferCode.OPENING);
        }
        return Decision.propose(new Opened(), draft);
    }
}
