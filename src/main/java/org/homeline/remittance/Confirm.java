package org.homeline.remittance;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.homeline.customer.Customers;
import org.homeline.money.Money;
import org.homeline.operation.Actor;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;

/** Pays a quote with the PIN, typed on the screen that shows payee and amount. */
@Singleton
final class Confirm extends Operation<Confirm.Input, Confirm.Reply> {
    /** @param quote as {@link AskQuote} named it */
    @Serdeable
    record Input(String quote) {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record Paid(String reference, String payee, Money total, Money receives) implements Reply {}

    @Serdeable
    record QuoteExpired() implements Reply {}

    @Serdeable
    record NotEnough(Money available, Money total) implements Reply {}

    /** The operator has not enough of the currency that is to arrive. */
    @Serdeable
    record OutOfFunds(String currency) implements Reply {}

    private final Customers customers;
    private final QuoteRows quotes;
    private final Payment payment;

    Confirm(Customers customers, QuoteRows quotes, Payment payment) {
        super("remittance.confirm", Input.class, Reply.class);
        this.customers = customers;
        this.quotes = quotes;
        this.payment = payment;
    }

    @Override
    public Consent consent(Actor actor) {
        return Consent.PIN;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var payer = customers.calling(attempt.actor());
        var live = quotes.findById(UUID.fromString(input.quote()))
                .filter(quote -> quote.isOpen(attempt.now())
                        && payer.filter(one -> one.id().equals(quote.payer())).isPresent());
        if (payer.isEmpty() || live.isEmpty()) {
            return Decision.answer(new QuoteExpired());
        }
        var quote = live.get();
        var draft = attempt.draft();
        var notEnough = new NotEnough(customers.available(payer.get()), quote.total());
        return payment.prepare(attempt, draft, payer.get(), quote, notEnough, new OutOfFunds(quote.receiveCurrency()))
                .map(prepared -> Decision.<Reply>propose(
                        new Paid(prepared.reference().text(), quote.payeeName(), quote.total(), quote.receives()),
                        draft,
                        prepared.movement()))
                .orElseGet(() -> Decision.answer(notEnough));
    }
}
