package org.homeline.remittance;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.homeline.customer.Codes;
import org.homeline.customer.Countries;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.customer.Nicknames;
import org.homeline.customer.Numbers;
import org.homeline.fx.Rates;
import org.homeline.language.Territory;
import org.homeline.ledger.Books;
import org.homeline.money.Money;
import org.homeline.money.Rate;
import org.homeline.money.WrittenAmount;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.phone.PhoneNumber;

/**
 * Promises what sending an amount to somebody costs and brings, before anything is paid (12 CFR 1005.31(b)(1)). A new quote
 * puts the sender's earlier one out of use: one live code a payer.
 */
@Singleton
final class AskQuote extends Operation<AskQuote.Input, AskQuote.Reply> {
    /** @param payee a number or a nickname */
    @Serdeable
    record Input(String payee, WrittenAmount amount) {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    /**
     * @param quote names it for {@code remittance.confirm}
     * @param payee the recipient's name, or the number of somebody who is not a customer
     * @param code pays it by text message
     * @param costPercent fee and margin as the World Bank counts them
     * @param cancellable whether it can be undone after paying: not where it is deposited at once
     * @param pinNeeded whether the code alone will not do
     */
    @Serdeable
    record Quoted(
            String quote,
            String payee,
            Money amount,
            Money fee,
            Money tax,
            Money total,
            Rate rate,
            Money receives,
            String code,
            Duration expires,
            BigDecimal costPercent,
            boolean cancellable,
            boolean pinNeeded)
            implements Reply {}

    @Serdeable
    record UnknownPayee(String payee) implements Reply {}

    @Serdeable
    record NoCorridor(Territory country) implements Reply {}

    /** The rate is older than its source allows. */
    @Serdeable
    record RateStale() implements Reply {}

    @Serdeable
    record BadAmount() implements Reply {}

    @Serdeable
    record AmbiguousAmount(Money one, Money other) implements Reply {}

    @Serdeable
    record TooLittle(Money least) implements Reply {}

    @Serdeable
    record TooMuch(Money most) implements Reply {}

    @Serdeable
    record NotEnough(Money available, Money total) implements Reply {}

    @Serdeable
    record Yourself() implements Reply {}

    @Serdeable
    record NotRegistered() implements Reply {}

    private final Customers customers;
    private final Countries countries;
    private final Nicknames nicknames;
    private final Numbers numbers;
    private final Corridors corridors;
    private final Rates rates;
    private final Books books;
    private final Codes codes;
    private final SmallSums smallSums;

    AskQuote(
            Customers customers,
            Countries countries,
            Nicknames nicknames,
            Numbers numbers,
            Corridors corridors,
            Rates rates,
            Books books,
            Codes codes,
            SmallSums smallSums) {
        super("remittance.quote", Input.class, Reply.class);
        this.customers = customers;
        this.countries = countries;
        this.nicknames = nicknames;
        this.numbers = numbers;
        this.corridors = corridors;
        this.rates = rates;
        this.books = books;
        this.codes = codes;
        this.smallSums = smallSums;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var calling = customers.calling(attempt);
        if (calling.isEmpty()) {
            return Decision.answer(new NotRegistered());
        }
        var payer = calling.get();
        var payee = payee(payer, input.payee());
        if (payee.isEmpty()) {
            return Decision.answer(new UnknownPayee(input.payee()));
        }
        if (payee.get().equals(payer.number())) {
            return Decision.answer(new Yourself());
        }
        var corridor = corridors.find(payer.country(), payee.get().region());
        if (corridor.isEmpty()) {
            return Decision.answer(new NoCorridor(new Territory(payee.get().region())));
        }
        return switch (input.amount().in(corridor.get().send(), countries.words())) {
            case WrittenAmount.Reading.Unreadable unreadable -> Decision.answer(new BadAmount());
            case WrittenAmount.Reading.OtherCurrency other -> Decision.answer(new BadAmount());
            case WrittenAmount.Reading.Either either ->
                Decision.answer(new AmbiguousAmount(either.one(), either.other()));
            case WrittenAmount.Reading.Exactly(Money amount) ->
                price(attempt, payer, payee.get(), corridor.get(), amount);
        };
    }

    private Optional<PhoneNumber> payee(Customer payer, String written) {
        return nicknames.find(payer.id(), written).or(() -> numbers.read(written, payer.country()));
    }

    private Decision<Reply> price(Attempt attempt, Customer payer, PhoneNumber payee, Corridor corridor, Money amount) {
        if (amount.compareTo(corridor.least()) < 0) {
            return Decision.answer(new TooLittle(corridor.least()));
        }
        if (amount.compareTo(corridor.most()) > 0) {
            return Decision.answer(new TooMuch(corridor.most()));
        }
        return switch (rates.find(corridor.send(), corridor.receive())) {
            case Rates.Found.Stale stale -> Decision.answer(new RateStale());
            case Rates.Found.Unknown unknown -> Decision.answer(new RateStale());
            case Rates.Found.Current current -> promise(attempt, payer, payee, corridor, amount, current);
        };
    }

    private Decision<Reply> promise(
            Attempt attempt,
            Customer payer,
            PhoneNumber payee,
            Corridor corridor,
            Money amount,
            Rates.Found.Current current) {
        var inWallet = books.totals(payer.wallet(corridor.send()));
        long cash = Math.max(0, inWallet.getFirst().available());
        long available = cash + Math.max(0, inWallet.getLast().available());
        var pricing = Pricing.of(
                corridor, amount, current.rate(), new Money(Math.min(cash, amount.minor()), corridor.send()));
        if (pricing.total().minor() > available) {
            return Decision.answer(new NotEnough(new Money(available, corridor.send()), pricing.total()));
        }
        var recipient = customers.find(attempt, payee);
        var id = attempt.ids().next();
        var code = codes.fresh(attempt, id);
        var quote = new Quote(
                id,
                payer.id(),
                payee.e164(),
                recipient.map(Customer::name).orElse(payee.e164()),
                corridor.from(),
                corridor.to(),
                amount.currency().getCode(),
                amount.minor(),
                pricing.fee().minor(),
                pricing.tax().minor(),
                corridor.receive().getCode(),
                pricing.receives().minor(),
                pricing.rate().value().toPlainString(),
                current.source(),
                code.check(),
                attempt.now(),
                attempt.now().plus(RemittanceSettings.QUOTE_LIFETIME),
                Quote.OPEN,
                0);
        var quoted = new Quoted(
                id.toString(),
                quote.payeeName(),
                amount,
                pricing.fee(),
                pricing.tax(),
                pricing.total(),
                pricing.rate(),
                pricing.receives(),
                code.digits(),
                RemittanceSettings.QUOTE_LIFETIME,
                pricing.costPercent(),
                recipient.isEmpty(),
                smallSums.guard(attempt.now(), payer, amount, payee.e164()).isEmpty());
        return Decision.propose(quoted, attempt.draft().write(quote));
    }
}
