package org.homeline.fx;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeline.money.Rate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * The rates of one source at one time.
 *
 * @param source who says so
 * @param at of when the rates are; null for examples, which never age
 * @param confirmed of which time's rates somebody has said that they are right although they jump; null for none
 */
record RateSheet(
        String source,
        @Nullable Instant at,
        @Nullable Instant confirmed,
        Map<CurrencyUnit, Map<CurrencyUnit, BigDecimal>> rates) {

    /** Whether somebody has said so of these. */
    boolean isConfirmed() {
        return at != null && at.equals(confirmed);
    }

    /** The rate of this pair: as given, turned round, or over one currency that has a rate with both. */
    Optional<Rate> find(CurrencyUnit from, CurrencyUnit to) {
        if (from.equals(to)) {
            return Optional.of(Rate.same(from));
        }
        var direct = given(from, to);
        if (direct.isPresent()) {
            return direct;
        }
        return pivots().stream()
                .flatMap(pivot -> given(from, pivot).stream()
                        .flatMap(first -> given(pivot, to).stream().map(first::then)))
                .findFirst();
    }

    private Optional<Rate> given(CurrencyUnit from, CurrencyUnit to) {
        var value = rates.getOrDefault(from, Map.of()).get(to);
        if (value != null) {
            return Optional.of(new Rate(from, to, value));
        }
        var turned = rates.getOrDefault(to, Map.of()).get(from);
        return turned == null ? Optional.empty() : Optional.of(new Rate(to, from, turned).inverse());
    }

    private Set<CurrencyUnit> pivots() {
        return new LinkedHashSet<>(rates.keySet());
    }

    /** Gathers a sheet's rates. */
    static final class Builder {
        private final Map<CurrencyUnit, Map<CurrencyUnit, BigDecimal>> rates = new HashMap<>();

        void put(CurrencyUnit from, CurrencyUnit to, BigDecimal value) {
            rates.computeIfAbsent(from, base -> new HashMap<>()).put(to, value);
        }

        RateSheet build(String source, @Nullable Instant at, @Nullable Instant confirmed) {
            return new RateSheet(source, at, confirmed, rates);
        }
    }
}
