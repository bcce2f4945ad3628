package org.homeline.fx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/**
 * A rate that has moved further than one day moves a currency: a slipped point, a pair turned round, or a devaluation.
 *
 * @param percent by how much, rounded; negative where it fell
 */
record Jump(CurrencyUnit from, CurrencyUnit to, BigDecimal before, BigDecimal now, BigDecimal percent) {
    /**
     * The first of the new sheet's rates that is further than that from what the old one says of the pair.
     *
     * @param mostPercent how far a rate may move, itself allowed
     */
    static Optional<Jump> between(RateSheet before, RateSheet now, int mostPercent) {
        return now.rates().entrySet().stream()
                .flatMap(from -> from.getValue().entrySet().stream()
                        .flatMap(to -> before
                                .find(from.getKey(), to.getKey())
                                .map(rate -> of(from.getKey(), to.getKey(), rate.value(), to.getValue()))
                                .stream()))
                .filter(jump -> jump.isBeyond(mostPercent))
                .findFirst();
    }

    private static Jump of(CurrencyUnit from, CurrencyUnit to, BigDecimal before, BigDecimal now) {
        var percent = now.subtract(before)
                .movePointRight(2)
                .divide(before, MathContext.DECIMAL64)
                .setScale(2, RoundingMode.HALF_UP);
        return new Jump(from, to, before, now, percent);
    }

    private boolean isBeyond(int mostPercent) {
        return now.subtract(before).abs().movePointRight(2).compareTo(before.multiply(BigDecimal.valueOf(mostPercent)))
                > 0;
    }

    @Override
    public String toString() {
        return "%s/%s went from %s to %s (%s %%)"
                .formatted(
                        from,
                        to,
                        before.round(MathContext.DECIMAL32).toPlainString(),
                        now.toPlainString(),
                        percent.toPlainString());
    }
}
