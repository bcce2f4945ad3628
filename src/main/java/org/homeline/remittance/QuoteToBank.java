package org.homeline.remittance;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.money.WrittenAmount;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Draft;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.settlement.Partner;
import org.homeline.settlement.Partners;

/** Promises what sending an amount to an account at a bank costs and brings, as {@link AskQuote} does for people. */
@Singleton
final class QuoteToBank extends Operation<QuoteToBank.Input, QuoteToBank.Reply> {
    /**
     * @param bank its id
     * @param account the account number there
     */
    @Serdeable
    record Input(String bank, String account, WrittenAmount amount) {
        @Override
        public String toString() {
            return "Input[" + bank + "]";
        }
    }

    /** How it can end. */
    sealed interface Reply extends Outcome
            permits Offered.Quoted,
                    QuoteToBank.UnknownBank,
                    QuoteToBank.BadAccount,
                    Offered.RateStale,
                    Offered.BadAmount,
                    Offered.AmbiguousAmount,
                    Offered.TooLittle,
                    Offered.TooMuch,
                    Offered.NotEnough,
                    Offered.NotRegistered {}

    /**
     * None that money can be sent to from the payer's country.
     *
     * @param items those that it can be sent to
     */
    @Serdeable
    record UnknownBank(List<ListBanks.Entry> items) implements Reply {}

    /** No account number there looks like that. */
    @Serdeable
    record BadAccount(String bankName) implements Reply {}

    private final Customers customers;
    private final Corridors corridors;
    private final Partners partners;
    private final Offer offer;

    QuoteToBank(Customers customers, Corridors corridors, Partners partners, Offer offer) {
        super("remittance.quoteToBank", Input.class, Reply.class);
        this.customers = customers;
        this.corridors = corridors;
        this.partners = partners;
        this.offer = offer;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var payer = customers.calling(attempt);
        if (payer.isEmpty()) {
            return Decision.answer(new Offered.NotRegistered());
        }
        var way = ListBanks.reachable(partners, corridors, payer.get())
                .filter(one -> one.bank().id().equalsIgnoreCase(input.bank()))
                .findFirst();
        return way.map(one -> quote(input, attempt, payer.get(), one))
                .orElseGet(() -> Decision.answer(
                        new UnknownBank(ListBanks.entries(ListBanks.reachable(partners, corridors, payer.get())))));
    }

    private Decision<Reply> quote(Input input, Attempt attempt, Customer payer, ListBanks.Way way) {
        var number = number(way.bank(), input.account());
        if (number.isEmpty()) {
            return Decision.answer(new BadAccount(way.bank().name()));
        }
        var payee = new Offer.Payee.InBank(way.bank(), number.get());
        return switch (offer.make(attempt, payer, payee, way.corridor(), input.amount())) {
            case Offer.Promised(Offered.Quoted quoted, Draft draft) -> Decision.propose(quoted, draft);
            case Offered.RateStale stale -> Decision.answer(stale);
            case Offered.BadAmount bad -> Decision.answer(bad);
            case Offered.AmbiguousAmount either -> Decision.answer(either);
            case Offered.TooLittle little -> Decision.answer(little);
            case Offered.TooMuch much -> Decision.answer(much);
            case Offered.NotEnough less -> Decision.answer(less);
        };
    }

    private static Optional<String> number(Partner bank, String written) {
        return Optional.of(written.replaceAll("[ -]", "")).filter(bank::takes);
    }
}
