package org.homeline.remittance;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.homeline.customer.Codes;
import org.homeline.customer.Countries;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.fx.Rates;
import org.homeline.ledger.Books;
import org.homeline.money.Money;
import org.homeline.money.WrittenAmount;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.phone.PhoneNumber;
import org.homeline.settlement.BankAccount;
import org.homeline.settlement.BankAccounts;
import org.homeline.settlement.Details;
import org.homeline.settlement.Partner;
import org.jspecify.annotations.Nullable;

/** Promises what sending an amount costs and brings. A new quote puts the sender's earlier one out of use. */
@Singleton
final class Offer {
    private static final int LONGEST_NAME = 60;

    private final Customers customers;
    private final Countries countries;
    private final Rates rates;
    private final Books books;
    private final Codes codes;
    private final SmallSums smallSums;
    private final BankAccounts bankAccounts;
    private final OwnBank ownBank;

    Offer(
            Customers customers,
            Countries countries,
            Rates rates,
            Books books,
            Codes codes,
            SmallSums smallSums,
            BankAccounts bankAccounts,
            OwnBank ownBank) {
        this.customers = customers;
        this.countries = countries;
        this.rates = rates;
        this.books = books;
        this.codes = codes;
        this.smallSums = smallSums;
        this.bankAccounts = bankAccounts;
        this.ownBank = ownBank;
    }

    /** Who is to get the money. */
    sealed interface Payee {
        /** Into a wallet, now or once there is one. */
        record Person(PhoneNumber phone) implements Payee {}

        /** Into an account at a bank. */
        record InBank(Partner bank, String number) implements Payee {
            @Override
            public String toString() {
                return "InBank[" + bank.id() + "]";
            }
        }
    }

    /** What asking comes to. */
    sealed interface Made
            permits Promised,
                    PromisedFromBank,
                    Offered.RateStale,
                    Offered.BadAmount,
                    Offered.AmbiguousAmount,
                    Offered.TooLittle,
                    Offered.TooMuch,
                    Offered.NotEnough {}

    record Promised(Offered.Quoted quoted, Draft draft) implements Made {}

    record PromisedFromBank(Offered.QuotedFromBank quoted, Draft draft) implements Made {}

    Made make(Attempt attempt, Customer payer, Payee payee, Corridor corridor, WrittenAmount written) {
        return switch (written.in(corridor.send(), countries.words())) {
            case WrittenAmount.Reading.Unreadable unreadable -> new Offered.BadAmount();
            case WrittenAmount.Reading.OtherCurrency other -> new Offered.BadAmount();
            case WrittenAmount.Reading.Either either -> new Offered.AmbiguousAmount(either.one(), either.other());
            case WrittenAmount.Reading.Exactly(Money amount) -> price(attempt, payer, payee, corridor, amount);
        };
    }

    private Made price(Attempt attempt, Customer payer, Payee payee, Corridor corridor, Money amount) {
        if (amount.compareTo(corridor.least()) < 0) {
            return new Offered.TooLittle(corridor.least());
        }
        if (amount.compareTo(corridor.most()) > 0) {
            return new Offered.TooMuch(corridor.most());
        }
        return switch (rates.find(corridor.send(), corridor.receive())) {
            case Rates.Found.Stale stale -> new Offered.RateStale();
            case Rates.Found.Unknown unknown -> new Offered.RateStale();
            case Rates.Found.Current current -> fund(attempt, payer, payee, corridor, amount, current);
        };
    }

    /** Cash is spent first and is taxed alone where a tax is on cash; what a bank gives comes last. */
    private Made fund(
            Attempt attempt,
            Customer payer,
            Payee payee,
            Corridor corridor,
            Money amount,
            Rates.Found.Current current) {
        var inWallet = books.totals(payer.wallet(corridor.send()));
        long cash = Math.max(0, inWallet.getFirst().available());
        var available = new Money(cash + Math.max(0, inWallet.getLast().available()), corridor.send());
        var pricing = Pricing.of(
                corridor, amount, current.rate(), new Money(Math.min(cash, amount.minor()), corridor.send()));
        if (pricing.total().compareTo(available) <= 0) {
            return promise(attempt, payer, payee, corridor, new Terms(pricing, current.source(), null, available));
        }
        return ownBank.find(payer, corridor.send())
                .<Made>map(source -> promise(
                        attempt, payer, payee, corridor, new Terms(pricing, current.source(), source, available)))
                .orElseGet(() -> new Offered.NotEnough(available, pricing.total()));
    }

    /**
     * What is promised.
     *
     * @param source what gives the rest; null where the wallet has all
     */
    private record Terms(Pricing pricing, String rateSource, OwnBank.@Nullable Source source, Money available) {
        Money fromBank() {
            var total = pricing.total();
            return source == null ? Money.zero(total.currency()) : total.minus(available);
        }
    }

    private Made promise(Attempt attempt, Customer payer, Payee payee, Corridor corridor, Terms terms) {
        var recipient = payee instanceof Payee.Person(PhoneNumber phone)
                ? customers.find(attempt, phone)
                : Optional.<Customer>empty();
        var id = attempt.ids().next();
        var code = codes.fresh(attempt, id);
        var quote = quote(attempt, payer, payee, recipient, corridor, terms, id, code.check());
        var pricing = terms.pricing();
        var source = terms.source();
        var quoted = new Offered.Quoted(
                id.toString(),
                quote.payeeName(),
                pricing.amount(),
                pricing.fee(),
                pricing.tax(),
                pricing.total(),
                pricing.rate(),
                pricing.receives(),
                code.digits(),
                RemittanceSettings.QUOTE_LIFETIME,
                pricing.costPercent(),
                recipient.isEmpty() && payee instanceof Payee.Person,
                smallSums.guard(attempt.now(), payer, quote).isEmpty());
        var draft = attempt.draft().write(quote);
        return source == null
                ? new Promised(quoted, draft)
                : new PromisedFromBank(Offered.QuotedFromBank.of(quoted, terms.fromBank(), source.shown()), draft);
    }

    private Quote quote(
            Attempt attempt,
            Customer payer,
            Payee payee,
            Optional<Customer> recipient,
            Corridor corridor,
            Terms terms,
            UUID id,
            byte[] code) {
        var pricing = terms.pricing();
        var source = terms.source();
        var mostCash = pricing.mostCash();
        return new Quote(
                id,
                payer.id(),
                payee instanceof Payee.Person(PhoneNumber phone) ? phone.e164() : "",
                recipient.map(Customer::name).orElseGet(() -> name(payee)),
                corridor.from(),
                corridor.to(),
                pricing.amount().currency().getCode(),
                pricing.amount().minor(),
                pricing.fee().minor(),
                pricing.tax().minor(),
                corridor.receive().getCode(),
                pricing.receives().minor(),
                pricing.rate().value().toPlainString(),
                terms.rateSource(),
                code,
                attempt.now(),
                attempt.now().plus(RemittanceSettings.QUOTE_LIFETIME),
                Quote.OPEN,
                payee instanceof Payee.InBank(Partner bank, String number) ? bank.id() : null,
                payee instanceof Payee.InBank(Partner bank, String number) ? bankAccounts.seal(number, id) : null,
                terms.fromBank().minor(),
                source == null ? null : source.account().id(),
                mostCash == null ? null : mostCash.minor(),
                0);
    }

    private static String name(Payee payee) {
        return switch (payee) {
            case Payee.Person(PhoneNumber phone) -> phone.e164();
            case Payee.InBank(Partner bank, String number) -> {
                var shown = BankAccount.shown(bank, Details.tail(number));
                yield shown.substring(0, Math.min(shown.length(), LONGEST_NAME));
            }
        };
    }
}
