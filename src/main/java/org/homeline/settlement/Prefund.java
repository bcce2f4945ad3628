package org.homeline.settlement;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.TransferCode;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;

/** For the operator: money placed with a payout partner. */
@Singleton
final class Prefund extends Operation<Prefund.Input, Prefund.Reply> {
    /**
     * @param amount more than nothing
     * @param reason what shows it: the partner's reference
     */
    @Serdeable
    record Input(Money amount, String reason) {}

    /** How it can end. */
    sealed interface Reply extends Outcome permits Prefund.Prefunded, UnknownCurrency {}

    @Serdeable
    record Prefunded(Money amount) implements Reply, Success {}

    private final DealtCurrencies currencies;

    Prefund(DealtCurrencies currencies) {
        super("treasury.prefund", Input.class, Reply.class);
        this.currencies = currencies;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        attempt.operator();
        return currencies.unknown(input.amount()).map(Decision::<Reply>answer).orElseGet(() -> place(input, attempt));
    }

    private static Decision<Reply> place(Input input, Attempt attempt) {
        var currency = input.amount().currency();
        var draft = attempt.draft()
                .fact("reason", input.reason())
                .move(
                        Account.ofOperator(AccountCode.PREFUNDING, currency),
                        Account.ofOperator(AccountCode.EXCHANGE_POSITION, currency),
                        input.amount(),
                        TransferCode.TREASURY);
        return Decision.propose(new Prefunded(input.amount()), draft);
    }
}
