package org.homeline.money;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;

/**
 * An amount in minor units (cents, or whole francs where the currency has none) of one currency. Arithmetic is exact:
 * what does not fit into 64 bits throws {@link ArithmeticException}, and two currencies never mix.
 *
 * @param minor the amount in minor units; may be negative
 * @param currency the ISO 4217 currency
 */
@Serdeable
public record Money(long minor, CurrencyUnit currency) implements Comparable<Money> {
    public static Money of(long minor, String currencyCode) {
        return new Money(minor, CurrencyUnit.of(currencyCode));
    }

    public static Money zero(CurrencyUnit currency) {
        return new Money(0, currency);
    }

    /**
     * The amount that a person wrote, in major units.
     *
     * @throws ArithmeticException where it has more decimals than the currency or does not fit
     */
    public static Money ofMajor(BigDecimal major, CurrencyUnit currency) {
        return new Money(major.movePointRight(currency.getDecimalPlaces()).longValueExact(), currency);
    }

    public BigDecimal major() {
        return BigDecimal.valueOf(minor, currency.getDecimalPlaces());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    /** Without its sign. */
    public Money abs() {
        return new Money(Math.absExact(minor), currency);
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    /** This many basis points (hundredths of a percent) of the amount, rounded half up to a minor unit. */
    public Money basisPoints(long basisPoints) {
        return new Money(
                BigDecimal.valueOf(minor)
                        .multiply(BigDecimal.valueOf(basisPoints))
                        .movePointLeft(4)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact(),
                currency);
    }

    /**
     * Splits the amount by weights so that the parts add up to it exactly: every part is rounded towards zero, then the
     * units left over go one each to the parts with the largest remainders, the earlier first.
     *
     * @param weights none negative, at least one positive
     */
    public List<Money> allocate(List<Long> weights) {
        var total = weights.stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
        if (total <= 0 || weights.stream().anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("weights must not be negative and not all zero: " + weights);
        }
        var whole = BigDecimal.valueOf(minor).abs().toBigIntegerExact();
        var divisor = java.math.BigInteger.valueOf(total);
        var parts = new long[weights.size()];
        var order = new ArrayList<Remainder>();
        var left = Math.absExact(minor);
        for (int i = 0; i < parts.length; i++) {
            var split =
                    whole.multiply(java.math.BigInteger.valueOf(weights.get(i))).divideAndRemainder(divisor);
            parts[i] = split[0].longValueExact();
            left -= parts[i];
            order.add(new Remainder(i, split[1]));
        }
        order.sort(java.util.Comparator.comparing(Remainder::rest).reversed().thenComparingInt(Remainder::index));
        for (int i = 0; i < left; i++) {
            parts[order.get(i).index]++;
        }
        var sign = Long.signum(minor);
        return java.util.Arrays.stream(parts)
                .mapToObj(part -> new Money(sign * part, currency))
                .toList();
    }

    private record Remainder(int index, java.math.BigInteger rest) {}

    /** @throws IllegalArgumentException where the currencies differ */
    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    /** The amount with its currency code, for people who read logs: {@code USD 200.00}. */
    @Override
    public String toString() {
        return currency.getCode() + " " + major().toPlainString();
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("%s is not in %s".formatted(other, currency.getCode()));
        }
        return other;
    }
}
