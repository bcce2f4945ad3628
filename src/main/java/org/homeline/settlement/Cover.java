package org.homeline.settlement;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.Books;
import org.homeline.ledger.Guard;
import org.homeline.ledger.TransferCode;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;

/** For the operator: own money paid into the safeguarding account for what was written off, which customers' money lacks. */
@Singleton
final class Cover extends Operation<Cover.Input, Cover.Reply> {
    /**
     * @param amount more than nothing
     * @param reason what shows it: the bank's reference
     */
    @Serdeable
    record Input(Money amount, String reason) {}

    /** How it can end. */
    sealed interface Reply extends Outcome permits Cover.Covered, Cover.BeyondLosses, UnknownCurrency {}

    @Serdeable
    record Covered(Money amount, Money left) implements Reply, Success {}

    @Serdeable
    record BeyondLosses(Money atMost) implements Reply {}

    private final DealtCurrencies currencies;
    private final Books books;

    Cover(DealtCurrencies currencies, Books books) {
        super("treasury.cover", Input.class, Reply.class);
        this.currencies = currencies;
        this.books = books;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        attempt.operator();
        return currencies.unknown(input.amount()).map(Decision::<Reply>answer).orElseGet(() -> pay(input, attempt));
    }

    private Decision<Reply> pay(Input input, Attempt attempt) {
        var amount = input.amount();
        var losses = Account.ofOperator(AccountCode.WRITE_OFF, amount.currency());
        var lost =
                new Money(Math.max(0, -books.totals(List.of(losses)).getFirst().balance()), amount.currency());
        if (amount.compareTo(lost) > 0) {
            return Decision.answer(new BeyondLosses(lost));
        }
        var draft = attempt.draft()
                .fact("reason", input.reason())
                .move(
                        Account.ofOperator(AccountCode.SAFEGUARDING, amount.currency()),
                        losses,
                        amount,
                        TransferCode.TREASURY)
                .guard(
                        new Guard.BalanceAtMost("losses", List.of(losses), 0),
                        new BeyondLosses(Money.zero(amount.currency())));
        return Decision.propose(new Covered(amount, lost.minus(amount)), draft);
    }
}
