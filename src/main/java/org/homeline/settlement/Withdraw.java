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
import org.joda.money.CurrencyUnit;

/** For the operator: money taken back from a payout partner. */
@Singleton
final class Withdraw extends Operation<Withdraw.Input, Withdraw.Reply> {
    /**
     * @param amount more than nothing
     * @param reason what shows it: the partner's reference
     */
    @Serdeable
    record Input(Money amount, String reason) {}

    /** How it can end. */
    sealed interface Reply extends Outcome permits Withdraw.Withdrawn, Withdraw.TooMuch, UnknownCurrency {}

    @Serdeable
    record Withdrawn(Money amount) implements Reply, Success {}

    /** So much is not placed there, or was sold. */
    @Serdeable
    record TooMuch(Money atMost) implements Reply {}

    private final DealtCurrencies currencies;
    private final Books books;

    Withdraw(DealtCurrencies currencies, Books books) {
        super("treasury.withdraw", Input.class, Reply.class);
        this.currencies = currencies;
        this.books = books;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        attempt.operator();
        return currencies.unknown(input.amount()).map(Decision::<Reply>answer).orElseGet(() -> take(input, attempt));
    }

    private Decision<Reply> take(Input input, Attempt attempt) {
        var currency = input.amount().currency();
        var prefunding = Account.ofOperator(AccountCode.PREFUNDING, currency);
        var position = Account.ofOperator(AccountCode.EXCHANGE_POSITION, currency);
        var tooMuch = new TooMuch(most(prefunding, position, currency));
        var draft = attempt.draft()
                .fact("reason", input.reason())
                .move(
                        position,
                        prefunding,
                        input.amount(),
                        TransferCode.TREASURY,
                        Map.of(Refusal.EXCEEDS_CREDITS, tooMuch, Refusal.EXCEEDS_DEBITS, tooMuch));
        return Decision.propose(new Withdrawn(input.amount()), draft);
    }

    /** What is placed there and was not sold. The ledger decides at the commit; this is for the answer. */
    private Money most(Account prefunding, Account position, CurrencyUnit currency) {
        var totals = books.totals(List.of(prefunding, position));
        long placed = -totals.getFirst().balance() - totals.getFirst().creditsPending();
        return new Money(Math.max(0, Math.min(placed, totals.getLast().available())), currency);
    }
}
