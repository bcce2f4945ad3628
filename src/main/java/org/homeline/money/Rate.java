package org.homeline.money;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;

/**
 * How many units of {@code to} one unit of {@code from} buys.
 *
 * @param value major units of {@code to} for one major unit of {@code from}; positive
 */
@Serdeable
public record Rate(CurrencyUnit from, CurrencyUnit to, BigDecimal value) {
    private static final MathContext PRECISION = MathContext.DECIMAL64;

    public Rate {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("a rate must be positive: " + value);
        }
    }

    public static Rate same(CurrencyUnit currency) {
        return new Rate(currency, currency, BigDecimal.ONE);
    }

    /** What the amount buys, rounded down to a minor unit: a quote never promises more than the rate gives. */
    public Money convert(Money amount) {
        if (!amount.currency().equals(from)) {
            throw new IllegalArgumentException("%s is not in %s".formatted(amount, from.getCode()));
        }
        return new Money(
                amount.major()
                        .multiply(value)
                        .movePointRight(to.getDecimalPlaces())
                        .setScale(0, RoundingMode.DOWN)
                        .longValueExact(),
                to);
    }

    /** The rate that a customer gets after the margin, cut to {@code decimals} so that what is shown is what is used. */
    public Rate lessBasisPoints(long marginBasisPoints, int decimals) {
        var kept = BigDecimal.valueOf(10_000 - marginBasisPoints).movePointLeft(4);
        return new Rate(from, to, value.multiply(kept, PRECISION).setScale(decimals, RoundingMode.DOWN));
    }

    public Rate inverse() {
        return new Rate(to, from, BigDecimal.ONE.divide(value, PRECISION));
    }

    /** The rate over a third currency: this one first, then {@code next}. */
    public Rate then(Rate next) {
        if (!to.equals(next.from)) {
            throw new IllegalArgumentException("%s does not lead to %s".formatted(this, next));
        }
        return new Rate(from, next.to, value.multiply(next.value, PRECISION));
    }
}
