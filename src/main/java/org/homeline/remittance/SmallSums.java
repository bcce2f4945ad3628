package org.homeline.remittance;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.homeline.customer.Countries;
import org.homeline.customer.Customer;
import org.homeline.customer.Tiers;
import org.homeline.ledger.Books;
import org.homeline.ledger.Guard;
import org.homeline.money.Money;

/**
 * What the one-time code moves without the PIN, so that a stolen phone moves little: up to a small amount a day, to somebody
 * who was paid before.
 */
@Singleton
final class SmallSums {
    private final Countries countries;
    private final Tiers tiers;
    private final RemittanceRows remittances;
    private final Books books;

    SmallSums(Countries countries, Tiers tiers, RemittanceRows remittances, Books books) {
        this.countries = countries;
        this.tiers = tiers;
        this.remittances = remittances;
        this.books = books;
    }

    /**
     * What must hold at the commit for the code alone to do; empty where it does not do now: never where a bank is to give or
     * to get money.
     */
    Optional<Guard> guard(Instant now, Customer payer, Quote quote) {
        return quote.fromBank().isZero()
                ? quote.payee().flatMap(payee -> guard(now, payer, quote.amount(), payee.e164()))
                : Optional.empty();
    }

    private Optional<Guard> guard(Instant now, Customer payer, Money amount, String payeePhone) {
        long cap = tiers.of(payer, amount.currency()).withoutPin().minor();
        if (amount.minor() > cap || !remittances.existsByPayerAndPayeePhone(payer.id(), payeePhone)) {
            return Optional.empty();
        }
        ZoneId zone = countries.of(payer.country()).zone();
        var today = now.atZone(zone).toLocalDate();
        var counter = "without-pin:%s:%s:%s".formatted(payer.id(), amount.currency(), today);
        return books.counted(counter) > cap - amount.minor()
                ? Optional.empty()
                : Optional.of(new Guard.Counter(
                        "without-pin",
                        counter,
                        amount.minor(),
                        cap,
                        today.plusDays(2).atStartOfDay(zone).toInstant()));
    }
}
