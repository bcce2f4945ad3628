package org.homeline.remittance;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.homeline.customer.Customers;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Movement;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;

/** Pays a quote with the PIN, typed on the screen that shows payee and amount. */
@Singleton
final class Confirm extends Operation<Confirm.Input, Confirm.Reply> {
    /** @param quote as {@link AskQuote} named it */
    @Serdeable
    record Input(String quote) {}

    /** How it can end. */
    sealed interface Reply extends Outcome
            permits Ended.Paid,
                    Ended.FundingAsked,
                    Ended.QuoteExpired,
                    Ended.NotEnough,
                    Ended.OutOfFunds,
                    Ended.BankFull {}

    private final Customers customers;
    private final QuoteRows quotes;
    private final Payment payment;

    Confirm(Customers customers, QuoteRows quotes, Payment payment) {
        super("remittance.confirm", Input.class, Reply.class, Consent.PIN);
        this.customers = customers;
        this.quotes = quotes;
        this.payment = payment;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var payer = customers.calling(attempt);
        var live = quotes.findById(UUID.fromString(input.quote()))
                .filter(quote -> quote.isOpen(attempt.now())
                        && payer.filter(one -> one.id().equals(quote.payer())).isPresent());
        if (payer.isEmpty() || live.isEmpty()) {
            return Decision.answer(new Ended.QuoteExpired());
        }
        var quote = live.get();
        var draft = attempt.draft();
        return switch (payment.prepare(attempt, draft, payer.get(), quote)) {
            case Payment.Ready(Ended.Paid paid, Movement movement) -> Decision.propose(paid, draft, movement);
            case Payment.Funded(Ended.FundingAsked asked, Movement movement) ->
                Decision.propose(asked, draft, movement);
            case Ended.NotEnough notEnough -> Decision.answer(notEnough);
            case Ended.QuoteExpired expired -> Decision.answer(expired);
        };
    }
}
