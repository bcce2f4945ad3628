package org.homeline.settlement;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Map;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.Refusal;
import org.homeline.ledger.TransferCode;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;

/** For the operator: money placed with a payout partner, or taken back from there (a negative amount). */
@Singleton
final class Prefund extends Operation<Prefund.Input, Prefund.Reply> {
    /** @param reason what shows it: the partner's reference */
    @Serdeable
    record Input(Money amount, String reason) {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record Prefunded(Money amount) implements Reply, Success {}

    /** So much is not placed there, or was sold. */
    @Serdeable
    record TooMuch() implements Reply {}

    Prefund() {
        super("treasury.prefund", Input.class, Reply.class);
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        attempt.operator();
        var currency = input.amount().currency();
        var prefunding = Account.ofOperator(AccountCode.PREFUNDING, currency);
        var position = Account.ofOperator(AccountCode.EXCHANGE_POSITION, currency);
        var draft = attempt.draft().fact("reason", input.reason());
        if (input.amount().isNegative()) {
            var taken = new Money(Math.negateExact(input.amount().minor()), currency);
            draft.move(
                    position,
                    prefunding,
                    taken,
                    TransferCode.TREASURY,
                    Map.of(Refusal.EXCEEDS_CREDITS, new TooMuch(), Refusal.EXCEEDS_DEBITS, new TooMuch()));
        } else {
            draft.move(prefunding, position, input.amount(), TransferCode.TREASURY);
        }
        return Decision.propose(new Prefunded(input.amount()), draft);
    }
}
