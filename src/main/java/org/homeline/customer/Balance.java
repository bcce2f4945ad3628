package org.homeline.customer;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.ledger.Books;
import org.homeline.ledger.Totals;
import org.homeline.money.Money;
import org.homeline.operation.Actor;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;

/**
 * What is in the caller's wallet. A phone at hand is often a shared one, so the PIN is asked where it can be typed
 * unseen; a text message keeps a copy of it, so there the phone is enough.
 */
@Singleton
final class Balance extends Operation<Balance.Input, Balance.Reply> {
    @Serdeable
    record Input() {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    /** @param held reserved for a cash-out that was not collected yet; not in {@code available} */
    @Serdeable
    record InWallet(Money available, Money held) implements Reply {}

    @Serdeable
    record NotRegistered() implements Reply {}

    private final Customers customers;
    private final Books books;

    Balance(Customers customers, Books books) {
        super("customer.balance", Input.class, Reply.class);
        this.customers = customers;
        this.books = books;
    }

    @Override
    public Consent consent(Actor actor) {
        return actor instanceof Actor.Caller caller && caller.channel() == Actor.Channel.USSD
                ? Consent.PIN
                : Consent.PHONE;
    }

    @Override
    public boolean onlyAnswers() {
        return true;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var calling = customers.calling(attempt);
        if (calling.isEmpty()) {
            return Decision.answer(new NotRegistered());
        }
        var currency = customers.currency(calling.get());
        var totals = books.totals(calling.get().wallet(currency));
        long available = totals.stream().mapToLong(Totals::available).sum();
        long held = totals.stream().mapToLong(Totals::debitsPending).sum();
        return Decision.answer(new InWallet(new Money(available, currency), new Money(held, currency)));
    }
}
