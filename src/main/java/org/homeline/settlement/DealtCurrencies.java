package org.homeline.settlement;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.homeline.customer.Countries;
import org.homeline.money.Money;
import org.joda.money.CurrencyUnit;

/** The currencies that the operator deals in: those of wallets, and those that the books were opened with. */
@Singleton
final class DealtCurrencies {
    private final List<String> codes;

    DealtCurrencies(Countries countries, TreasurySettings settings) {
        var found = new TreeSet<String>();
        countries.currencies().stream().map(CurrencyUnit::getCode).forEach(found::add);
        settings.opening().forEach(opening -> found.add(opening.currency().getCode()));
        this.codes = List.copyOf(found);
    }

    /** What to answer where nobody deals in the amount's currency: it was mistyped. */
    Optional<UnknownCurrency> unknown(Money amount) {
        var code = amount.currency().getCode();
        return codes.contains(code) ? Optional.empty() : Optional.of(new UnknownCurrency(code, codes));
    }
}
