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

/**
 * For the operator: what customers paid in one currency left its bank, and bought another that is now prefunded with a
 * partner.
 */
@Singleton
final class Exchange extends Operation<Exchange.Input, Exchange.Reply> {
    /** @param reason what shows it: the deal's reference */
    @Serdeable
    record Input(Money sold, Money bought, String reason) {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record Exchanged(Money sold, Money bought) implements Reply, Success {}

    /** The position has not so much: what senders can still ask back is kept apart. */
    @Serdeable
    record TooMuch() implements Reply {}

    @Serdeable
    record SameCurrency() implements Reply {}

    Exchange() {
        super("treasury.exchange", Input.class, Reply.class);
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        attempt.operator();
        var sold = input.sold().currency();
        var bought = input.bought().currency();
        if (sold.equals(bought)) {
            return Decision.answer(new SameCurrency());
        }
        var position = Account.ofOperator(AccountCode.EXCHANGE_POSITION, sold);
        var draft = attempt.draft()
                .move(
                        position,
                        Account.ofOperator(AccountCode.SAFEGUARDING, sold),
                        input.sold(),
                        TransferCode.TREASURY,
                        Map.of(Refusal.EXCEEDS_CREDITS, new TooMuch()))
                .move(
                        Account.ofOperator(AccountCode.PREFUNDING, bought),
                        Account.ofOperator(AccountCode.EXCHANGE_POSITION, bought),
                        input.bought(),
                        TransferCode.TREASURY)
                .fact("reason", input.reason());
        return Decision.propose(new Exchanged(input.sold(), input.bought()), draft);
    }
}
