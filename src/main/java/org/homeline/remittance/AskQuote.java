package org.homeline.remittance;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.customer.Nicknames;
import org.homeline.customer.Numbers;
import org.homeline.language.Territory;
import org.homeline.money.WrittenAmount;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Draft;
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
    sealed interface Reply extends Outcome
            permits Offered.Quoted,
                    AskQuote.UnknownPayee,
                    AskQuote.NoCorridor,
                    AskQuote.Yourself,
                    Offered.RateStale,
                    Offered.BadAmount,
                    Offered.AmbiguousAmount,
                    Offered.TooLittle,
                    Offered.TooMuch,
                    Offered.NotEnough,
                    Offered.NotRegistered {}

    @Serdeable
    record UnknownPayee(String payee) implements Reply {}

    @Serdeable
    record NoCorridor(Territory country) implements Reply {}

    @Serdeable
    record Yourself() implements Reply {}

    private final Customers customers;
    private final Nicknames nicknames;
    private final Numbers numbers;
    private final Corridors corridors;
    private final Offer offer;

    AskQuote(Customers customers, Nicknames nicknames, Numbers numbers, Corridors corridors, Offer offer) {
        super("remittance.quote", Input.class, Reply.class);
        this.customers = customers;
        this.nicknames = nicknames;
        this.numbers = numbers;
        this.corridors = corridors;
        this.offer = offer;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var calling = customers.calling(attempt);
        if (calling.isEmpty()) {
            return Decision.answer(new Offered.NotRegistered());
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
        return switch (offer.make(
                attempt, payer, new Offer.Payee.Person(payee.get()), corridor.get(), input.amount())) {
            case Offer.Promised(Offered.Quoted quoted, Draft draft) -> Decision.propose(quoted, draft);
            case Offered.RateStale stale -> Decision.answer(stale);
            case Offered.BadAmount bad -> Decision.answer(bad);
            case Offered.AmbiguousAmount either -> Decision.answer(either);
            case Offered.TooLittle little -> Decision.answer(little);
            case Offered.TooMuch much -> Decision.answer(much);
            case Offered.NotEnough less -> Decision.answer(less);
        };
    }

    private Optional<PhoneNumber> payee(Customer payer, String written) {
        return nicknames.find(payer.id(), written).or(() -> numbers.read(written, payer.country()));
    }
}
