package org.homeline.remittance;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import org.homeline.customer.Customers;
import org.homeline.money.Money;
import org.homeline.money.Rate;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;

/** Whether the caller gave a code by text message and still owes the PIN for that payment. */
@Singleton
final class PendingPayment extends Operation<PendingPayment.Input, PendingPayment.Reply> {
    @Serdeable
    record Input() {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    /**
     * @param quote names it for {@code remittance.confirm}
     * @param funded whether the payer's own bank is to give what the wallet lacks
     */
    @Serdeable
    record Pending(
            String quote,
            String payee,
            Money total,
            Rate rate,
            Money receives,
            boolean cancellable,
            boolean funded,
            Money fromBank,
            String ownBank)
            implements Reply {}

    @Serdeable
    record NothingPending() implements Reply {}

    private final Customers customers;
    private final QuoteRows quotes;
    private final OwnBank ownBank;

    PendingPayment(Customers customers, QuoteRows quotes, OwnBank ownBank) {
        super("remittance.pending", Input.class, Reply.class);
        this.customers = customers;
        this.quotes = quotes;
        this.ownBank = ownBank;
    }

    @Override
    public boolean onlyAnswers() {
        return true;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return Decision.answer(customers
                .calling(attempt)
                .flatMap(payer -> quotes.findNewest(payer.id()))
                .filter(quote -> quote.isAsked() && quote.isOpen(attempt.now()))
                .<Reply>map(quote -> pending(quote, attempt))
                .orElseGet(NothingPending::new));
    }

    private Pending pending(Quote quote, Attempt attempt) {
        var receives = quote.receives();
        return new Pending(
                quote.id().toString(),
                quote.payeeName(),
                quote.total(),
                new Rate(quote.amount().currency(), receives.currency(), new BigDecimal(quote.rate())),
                receives,
                quote.payee()
                        .filter(payee -> customers.find(attempt, payee).isEmpty())
                        .isPresent(),
                !quote.fromBank().isZero(),
                quote.fromBank(),
                ownBank.shown(quote));
    }
}
