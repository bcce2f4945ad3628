package org.homeline.remittance;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.customer.Customers;
import org.homeline.ledger.Books;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Movement;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;

/**
 * Takes into the caller's wallet what waits for the caller's number: what did not fit when it came, or when the caller
 * registered.
 */
@Singleton
final class Collect extends Operation<Collect.Input, Collect.Reply> {
    @Serdeable
    record Input() {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record Collected(Money amount) implements Reply {}

    /** Something waits, but the wallet may not hold so much. */
    @Serdeable
    record WalletFull(Money waiting) implements Reply {}

    @Serdeable
    record Nothing() implements Reply {}

    private final Customers customers;
    private final RemittanceRows remittances;
    private final Claims claims;
    private final Books books;

    Collect(Customers customers, RemittanceRows remittances, Claims claims, Books books) {
        super("remittance.collect", Input.class, Reply.class);
        this.customers = customers;
        this.remittances = remittances;
        this.claims = claims;
        this.books = books;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var calling = customers.calling(attempt);
        if (calling.isEmpty()) {
            return Decision.answer(new Nothing());
        }
        var payee = calling.get();
        var waiting = remittances.findWaiting(payee.phone());
        if (waiting.isEmpty()) {
            return Decision.answer(new Nothing());
        }
        var currency = customers.currency(payee);
        long held = books.totals(payee.wallet(currency)).stream()
                .mapToLong(totals -> totals.balance() + totals.creditsPending())
                .sum();
        var draft = attempt.draft();
        var sum = claims.claim(payee, new Money(held, currency), waiting, attempt, draft);
        if (sum.isZero()) {
            return Decision.answer(new WalletFull(
                    waiting.stream().map(Remittance::receives).reduce(Money.zero(currency), Money::plus)));
        }
        return Decision.propose(
                new Collected(sum), draft, new Movement(Movement.Purpose.CLAIM, null, payee.id(), sum, sum));
    }
}
