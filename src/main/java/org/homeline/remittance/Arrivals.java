package org.homeline.remittance;

import jakarta.inject.Singleton;
import java.util.List;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.customer.Tiers;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.Books;
import org.homeline.ledger.Guard;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Refused;
import org.homeline.settlement.Instructions;
import org.homeline.settlement.Partner;
import org.homeline.settlement.Partners;

/**
 * Whether what a quote promised can arrive now, where nobody is there to be told that it can't: a payment that follows from a
 * bank's answer must not be refused at its commit.
 */
@Singleton
final class Arrivals {
    private final Customers customers;
    private final Tiers tiers;
    private final Partners partners;
    private final Instructions instructions;
    private final Books books;

    Arrivals(Customers customers, Tiers tiers, Partners partners, Instructions instructions, Books books) {
        this.customers = customers;
        this.tiers = tiers;
        this.partners = partners;
        this.instructions = instructions;
        this.books = books;
    }

    /** Adds what must still hold at the commit; where it does not, all is decided again. */
    boolean isPossible(Attempt attempt, Draft draft, Customer payer, Quote quote) {
        return !payer.isBlocked() && isAffordable(quote) && hasRoom(attempt, draft, quote);
    }

    /** A payment within one currency brings what it takes. */
    private boolean isAffordable(Quote quote) {
        var receives = quote.receives();
        var position = Account.ofOperator(AccountCode.EXCHANGE_POSITION, receives.currency());
        return quote.sendCurrency().equals(quote.receiveCurrency())
                || books.totals(List.of(position)).getFirst().available() >= receives.minor();
    }

    private boolean hasRoom(Attempt attempt, Draft draft, Quote quote) {
        var bank = quote.bank();
        if (bank != null) {
            return partners.find(bank).filter(partner -> takes(partner, quote)).isPresent();
        }
        return quote.payee()
                .flatMap(number -> customers.find(attempt, number))
                .map(payee -> fits(draft, payee, quote))
                .orElse(true);
    }

    private boolean takes(Partner partner, Quote quote) {
        var receives = quote.receives();
        var caps = partner.currencies().get(receives.currency());
        return partner.services().containsKey(Partner.Kind.CREDIT)
                && caps != null
                && instructions
                                .owed(partner, receives.currency())
                                .plus(receives)
                                .compareTo(caps.most())
                        <= 0;
    }

    private boolean fits(Draft draft, Customer payee, Quote quote) {
        var receives = quote.receives();
        var wallet = payee.wallet(receives.currency());
        long cap = tiers.of(payee, receives.currency()).balance().minor();
        long held = books.totals(wallet).stream()
                .mapToLong(totals -> totals.balance() + totals.creditsPending())
                .sum();
        if (payee.isBlocked() || held + receives.minor() > cap) {
            return false;
        }
        draft.guard(new Guard.BalanceAtMost("limit-balance", wallet, cap), new Refused(Refused.BUSY));
        return true;
    }
}
