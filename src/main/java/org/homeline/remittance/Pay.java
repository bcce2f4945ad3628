package org.homeline.remittance;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.Optional;
import org.homeline.customer.Codes;
import org.homeline.customer.Countries;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.customer.Tiers;
import org.homeline.ledger.Guard;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Draft;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Refused;

/**
 * Pays the sender's live quote by its one-time code. A sender's number alone never moves money, and a stolen phone not
 * much: above a small amount a day, or to somebody never paid before, the PIN is needed too.
 */
@Singleton
final class Pay extends Operation<Pay.Input, Pay.Reply> {
    @Serdeable
    record Input(String code) {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record Paid(String reference, String payee, Money total, Money receives) implements Reply {}

    @Serdeable
    record WrongCode() implements Reply {}

    @Serdeable
    record QuoteExpired() implements Reply {}

    @Serdeable
    record NotEnough(Money available, Money total) implements Reply {}

    /** The operator has not enough of the currency that is to arrive. */
    @Serdeable
    record OutOfFunds(String currency) implements Reply {}

    @Serdeable
    record NotRegistered() implements Reply {}

    private final Customers customers;
    private final Countries countries;
    private final Tiers tiers;
    private final QuoteRows quotes;
    private final RemittanceRows remittances;
    private final Codes codes;
    private final Payment payment;

    Pay(
            Customers customers,
            Countries countries,
            Tiers tiers,
            QuoteRows quotes,
            RemittanceRows remittances,
            Codes codes,
            Payment payment) {
        super("remittance.pay", Input.class, Reply.class);
        this.customers = customers;
        this.countries = countries;
        this.tiers = tiers;
        this.quotes = quotes;
        this.remittances = remittances;
        this.codes = codes;
        this.payment = payment;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var payer = customers.calling(attempt);
        if (payer.isEmpty()) {
            return Decision.answer(new NotRegistered());
        }
        var live = quotes.findNewest(payer.get().id()).filter(quote -> quote.isOpen(attempt.now()));
        if (live.isEmpty()) {
            return Decision.answer(new QuoteExpired());
        }
        var quote = live.get();
        boolean right = codes.matches(quote.id(), input.code(), quote.code());
        var draft = attempt.draft().guard(codes.guess(quote.id(), right, quote.expires()), new QuoteExpired());
        return right ? pay(attempt, draft, payer.get(), quote) : Decision.propose(new WrongCode(), draft);
    }

    private Decision<Reply> pay(Attempt attempt, Draft draft, Customer payer, Quote quote) {
        var notEnough = new NotEnough(customers.available(payer), quote.total());
        var prepared =
                payment.prepare(attempt, draft, payer, quote, notEnough, new OutOfFunds(quote.receiveCurrency()));
        if (prepared.isEmpty()) {
            return Decision.answer(notEnough);
        }
        var guard = attempt.pin() == null ? withoutPin(attempt, payer, quote) : Optional.<Guard>empty();
        guard.ifPresent(small -> draft.guard(small, new Refused(Refused.PIN_NEEDED)));
        return Decision.propose(
                new Paid(prepared.get().reference().text(), quote.payeeName(), quote.total(), quote.receives()),
                draft,
                prepared.get().movement(),
                guard.isPresent() ? Consent.PHONE : Consent.PIN);
    }

    /** What must hold for the code alone to do; empty where it never does. */
    private Optional<Guard> withoutPin(Attempt attempt, Customer payer, Quote quote) {
        var cap = tiers.of(payer, quote.amount().currency()).withoutPin();
        if (quote.amount().compareTo(cap) > 0
                || !remittances.existsByPayerAndPayeePhone(payer.id(), quote.payeePhone())) {
            return Optional.empty();
        }
        ZoneId zone = countries.of(payer.country()).zone();
        var today = attempt.now().atZone(zone).toLocalDate();
        return Optional.of(new Guard.Counter(
                "without-pin",
                "without-pin:%s:%s:%s".formatted(payer.id(), quote.sendCurrency(), today),
                quote.amountMinor(),
                cap.minor(),
                today.plusDays(2).atStartOfDay(zone).toInstant()));
    }
}
