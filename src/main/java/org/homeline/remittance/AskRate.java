package org.homeline.remittance;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.Locale;
import org.homeline.customer.Customers;
import org.homeline.fx.Rates;
import org.homeline.language.Language;
import org.homeline.language.Texts;
import org.homeline.money.Money;
import org.homeline.money.Rate;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.jspecify.annotations.Nullable;

/** The customer's rate and what an example amount would cost and bring now; nothing is promised. */
@Singleton
final class AskRate extends Operation<AskRate.Input, AskRate.Reply> {
    /** @param country its name in any language, its code or its currency; null for the first corridor */
    @Serdeable
    record Input(@Nullable String country) {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record RateNow(Rate rate, Money sends, Money receives, Money fee) implements Reply {}

    @Serdeable
    record NoCorridor(String country) implements Reply {}

    /** The caller lives where no corridor begins. */
    @Serdeable
    record NowhereToSend() implements Reply {}

    @Serdeable
    record RateStale() implements Reply {}

    @Serdeable
    record NotRegistered() implements Reply {}

    private final Customers customers;
    private final Corridors corridors;
    private final Rates rates;
    private final Texts texts;

    AskRate(Customers customers, Corridors corridors, Rates rates, Texts texts) {
        super("remittance.rate", Input.class, Reply.class);
        this.customers = customers;
        this.corridors = corridors;
        this.rates = rates;
        this.texts = texts;
    }

    @Override
    public boolean onlyAnswers() {
        return true;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var caller = customers.calling(attempt);
        if (caller.isEmpty()) {
            return Decision.answer(new NotRegistered());
        }
        var wanted = input.country() == null ? "" : plain(input.country());
        var corridor = corridors.all().stream()
                .filter(one -> one.from().equals(caller.get().country()))
                .filter(one -> input.country() == null || means(wanted, one))
                .findFirst();
        return corridor.map(this::now)
                .orElseGet(() -> Decision.answer(
                        input.country() == null ? new NowhereToSend() : new NoCorridor(input.country())));
    }

    private Decision<Reply> now(Corridor corridor) {
        if (!(rates.find(corridor.send(), corridor.receive()) instanceof Rates.Found.Current current)) {
            return Decision.answer(new RateStale());
        }
        var example = Pricing.worldBankAmounts(corridor).stream().findFirst().orElse(corridor.least());
        var pricing = Pricing.of(corridor, example, current.rate(), example);
        return Decision.answer(new RateNow(pricing.rate(), example, pricing.receives(), pricing.fee()));
    }

    private boolean means(String wanted, Corridor corridor) {
        return wanted.equals(plain(corridor.to()))
                || wanted.equals(plain(corridor.receive().getCode()))
                || texts.languages().stream()
                        .map(Language::locale)
                        .anyMatch(locale ->
                                wanted.equals(plain(Locale.of("", corridor.to()).getDisplayCountry(locale))));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT);
    }
}
