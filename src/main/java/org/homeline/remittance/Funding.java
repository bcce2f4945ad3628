package org.homeline.remittance;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.homeline.customer.Customer;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Refused;
import org.homeline.settlement.Instructions;
import org.homeline.settlement.Partner;

/** Orders from the payer's own bank what the wallet lacks for a quote. */
@Singleton
final class Funding {
    static final String NAME = "remittance.funding";

    private final OwnBank ownBank;
    private final Instructions instructions;

    Funding(OwnBank ownBank, Instructions instructions) {
        this.ownBank = ownBank;
        this.instructions = instructions;
    }

    /**
     * Adds the order to the draft.
     *
     * @param spendable what the wallet can give now
     * @return empty where the quote promised no such thing, or the wallet lacks more by now than it said
     */
    Optional<Ended.FundingAsked> ask(Attempt attempt, Draft draft, Customer payer, Quote quote, Money spendable) {
        var lacking = quote.total().minus(spendable);
        return ownBank.of(quote)
                .filter(source -> lacking.compareTo(quote.fromBank()) <= 0)
                .map(source -> order(attempt, draft, payer, quote, lacking, source));
    }

    private Ended.FundingAsked order(
            Attempt attempt, Draft draft, Customer payer, Quote quote, Money lacking, OwnBank.Source source) {
        var reference = attempt.reference();
        var order = new Instructions.Order(
                source.bank(),
                Partner.Kind.DEBIT,
                ownBank.details(source, reference.text()),
                lacking,
                payer.wallet(lacking.currency()).getLast(),
                NAME,
                quote.id());
        instructions.give(attempt, draft, order, new Refused(Refused.BUSY), Map.of());
        draft.write(quote.ordered()).fact("reference", reference).fact("amount", lacking);
        return new Ended.FundingAsked(quote.payeeName(), lacking, source.shown());
    }
}
