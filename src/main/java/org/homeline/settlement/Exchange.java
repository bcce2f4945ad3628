package org.homeline.settlement;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.Books;
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
    sealed interface Reply extends Outcome
            permits Exchange.Exchanged, Exchange.TooMuch, Exchange.SameCurrency, UnknownCurrency {}

    @Serdeable
    record Exchanged(Money sold, Money bought) implements Reply, Success {}

    /** The position has not so much: what senders can still ask back is kept apart. */
    @Serdeable
    record TooMuch(Money atMost) implements Reply {}

    @Serdeable
    record SameCurrency() implements Reply {}

    private final DealtCurrencies currencies;
    private final Books books;

    Exchange(DealtCurrencies currencies, Books books) {
        super("treasury.exchange", Input.class, Reply.class);
        this.currencies = currencies;
        this.books = books;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        attempt.operator();
        if (input.sold().currency().equals(input.bought().currency())) {
            return Decision.answer(new SameCurrency());
        }
        return currencies
                .unknown(input.sold())
                .or(() -> currencies.unknown(input.bought()))
                .map(Decision::<Reply>answer)
                .orElseGet(() -> exchange(input, attempt));
    }

    private Decision<Reply> exchange(Input input, Attempt attempt) {
        var sold = input.sold().currency();
        var bought = input.bought().currency();
        var position = Account.ofOperator(AccountCode.EXCHANGE_POSITION, sold);
        long left = books.totals(List.of(position)).getFirst().available();
        var draft = attempt.draft()
                .move(
                        position,
                        Account.ofOperator(AccountCode.SAFEGUARDING, sold),
                        input.sold(),
                        TransferCode.TREASURY,
                        Map.of(Refusal.EXCEEDS_CREDITS, new TooMuch(new Money(Math.max(0, left), sold))))
                .move(
                        Account.ofOperator(AccountCode.PREFUNDING, bought),
                        Account.ofOperator(AccountCode.EXCHANGE_POSITION, bought),
                        input.bought(),
                        TransferCode.TREASURY)
                .fact("reason", input.reason());
        return Decision.propose(new Exchanged(input.sold(), input.bought()), draft);
    }
}
