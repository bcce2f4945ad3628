package org.homeline.remittance;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.homeline.customer.Codes;
import org.homeline.customer.Countries;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Draft;
import org.homeline.operation.Movement;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Refused;

/**
 * Pays the sender's live quote by its one-time code. A sender's number alone never moves money, and a stolen phone not
 * much: above a small amount a day, or to somebody never paid before, the PIN is needed too. It comes with the code, or,
 * where the payer can dial, on the next dial.
 */
@Singleton
final class Pay extends Operation<Pay.Input, Pay.Reply> {
    @Serdeable
    record Input(String code) {}

    /** How it can end. */
    sealed interface Reply extends Outcome
            permits Ended.Paid,
                    Ended.FundingAsked,
                    Ended.BankFull,
                    Pay.DialToPay,
                    Pay.WrongCode,
                    Ended.QuoteExpired,
                    Ended.NotEnough,
                    Ended.OutOfFunds,
                    Pay.NotRegistered {}

    /** The code is right; the next dial asks for the PIN. */
    @Serdeable
    record DialToPay(String payee, Money total, Duration expires) implements Reply {}

    @Serdeable
    record WrongCode() implements Reply {}

    @Serdeable
    record NotRegistered() implements Reply {}

    private final Customers customers;
    private final Countries countries;
    private final SmallSums smallSums;
    private final QuoteRows quotes;
    private final Codes codes;
    private final Payment payment;

    Pay(Customers customers, Countries countries, SmallSums smallSums, QuoteRows quotes, Codes codes, Payment payment) {
        super("remittance.pay", Input.class, Reply.class);
        this.customers = customers;
        this.countries = countries;
        this.smallSums = smallSums;
        this.quotes = quotes;
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
            return Decision.answer(new Ended.QuoteExpired());
        }
        var quote = live.get();
        boolean right = codes.matches(quote.id(), input.code(), quote.code());
        var draft = attempt.draft().guard(codes.guess(quote.id(), right, quote.expires()), new Ended.QuoteExpired());
        if (!right) {
            return Decision.propose(new WrongCode(), draft);
        }
        return askForPin(attempt, draft, payer.get(), quote).orElseGet(() -> pay(attempt, draft, payer.get(), quote));
    }

    private Decision<Reply> pay(Attempt attempt, Draft draft, Customer payer, Quote quote) {
        return switch (payment.prepare(attempt, draft, payer, quote)) {
            case Payment.Ready(Ended.Paid paid, Movement movement) ->
                Decision.propose(paid, draft, movement, consent(attempt, draft, payer, quote));
            case Payment.Funded(Ended.FundingAsked asked, Movement movement) ->
                Decision.propose(asked, draft, movement, Consent.PIN);
            case Ended.NotEnough notEnough -> Decision.answer(notEnough);
            case Ended.QuoteExpired expired -> Decision.answer(expired);
        };
    }

    /** The code alone does for a small sum, as long as that holds at the commit. */
    private Consent consent(Attempt attempt, Draft draft, Customer payer, Quote quote) {
        if (attempt.pin() != null) {
            return Consent.PIN;
        }
        var small = smallSums.guard(attempt.now(), payer, quote);
        small.ifPresent(guard -> draft.guard(guard, new Refused(Refused.PIN_NEEDED)));
        return small.isPresent() ? Consent.PHONE : Consent.PIN;
    }

    /** The code was right, but the PIN is needed and was not given, where the payer can type it unseen on the next dial. */
    private Optional<Decision<Reply>> askForPin(Attempt attempt, Draft draft, Customer payer, Quote quote) {
        if (attempt.pin() != null
                || smallSums.guard(attempt.now(), payer, quote).isPresent()) {
            return Optional.empty();
        }
        var available = customers.available(payer);
        return countries
                .of(payer.country())
                .ussd()
                .map(dial -> available.plus(quote.fromBank()).compareTo(quote.total()) < 0
                        ? Decision.answer(new Ended.NotEnough(available, quote.total()))
                        : Decision.propose(
                                new DialToPay(
                                        quote.payeeName(),
                                        quote.total(),
                                        Duration.between(attempt.now(), quote.expires())),
                                draft.write(quote.asked())));
    }
}
