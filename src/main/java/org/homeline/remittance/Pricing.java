package org.homeline.remittance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.homeline.money.Money;
import org.homeline.money.Rate;
import org.jspecify.annotations.Nullable;

/**
 * What sending an amount costs and brings.
 *
 * @param amount what is sent
 * @param mostCash how much of the total may be paid from cash for the tax to be right; null where it does not matter
 * @param rate the customer's
 * @param receives what arrives
 * @param costPercent fee and exchange margin in percent of the amount, as the World Bank counts (Remittance Prices
 *     Worldwide, methodology: taxes are not in it)
 */
record Pricing(
        Money amount,
        Money fee,
        Money tax,
        @Nullable Money mostCash,
        Rate rate,
        Money receives,
        BigDecimal costPercent) {
    private static final List<Long> WORLD_BANK_MAJOR = List.of(200L, 500L);
    private static final int PERCENT_DECIMALS = 2;

    Money total() {
        return amount.plus(fee).plus(tax);
    }

    /**
     * Prices an amount within the corridor's bounds.
     *
     * @param mid the mid-market rate
     * @param fromCash how much of the amount came in as cash
     */
    static Pricing of(Corridor corridor, Money amount, Rate mid, Money fromCash) {
        var rate = corridor.isDomestic() || mid.from().equals(mid.to())
                ? mid
                : mid.lessBasisPoints(corridor.marginBasisPoints(), corridor.rateDecimals());
        var tax = corridor.tax(amount, fromCash);
        return new Pricing(
                amount,
                corridor.fee(amount),
                tax,
                tax.compareTo(corridor.tax(amount, amount)) < 0 ? fromCash : null,
                rate,
                rate.convert(amount),
                costPercent(corridor.fee(amount), amount, margin(mid, rate)));
    }

    /**
     * What makes up a corridor's cost at an amount, in percent of it.
     *
     * @param cut the most that is lost where the customer's rate is cut to its decimals
     */
    record Cost(BigDecimal fee, BigDecimal margin, BigDecimal cut) {
        BigDecimal percent() {
            return rounded(fee.add(margin).add(cut));
        }

        @Override
        public String toString() {
            return "fee %s %%, margin %s %%, cut of the rate up to %s %%"
                    .formatted(rounded(fee), rounded(margin), rounded(cut));
        }
    }

    /**
     * What the corridor costs at an amount at most, as the rate moves by little.
     *
     * @param mid the mid-market rate; empty where none is known, so that only the configured margin counts
     */
    static Cost cost(Corridor corridor, Money amount, Optional<Rate> mid) {
        var fee = corridor.fee(amount).major().movePointRight(2).divide(amount.major(), MathContext.DECIMAL64);
        if (corridor.send().equals(corridor.receive())) {
            return new Cost(fee, BigDecimal.ZERO, BigDecimal.ZERO);
        }
        var lastDecimal = BigDecimal.ONE.movePointLeft(corridor.rateDecimals());
        return new Cost(
                fee,
                BigDecimal.valueOf(corridor.marginBasisPoints(), 2),
                mid.map(rate -> lastDecimal.movePointRight(2).divide(rate.value(), MathContext.DECIMAL64))
                        .orElse(BigDecimal.ZERO));
    }

    /** 200 and 500 of the sending currency, where the corridor takes so much. */
    static List<Money> worldBankAmounts(Corridor corridor) {
        return WORLD_BANK_MAJOR.stream()
                .map(major -> Money.ofMajor(BigDecimal.valueOf(major), corridor.send()))
                .filter(corridor::takes)
                .toList();
    }

    /**
     * Where a corridor can be at its dearest: beside 200 and 500, the least and the largest amount, and where each step of
     * the fees begins and ends. Between a step's two ends the cost lies between theirs.
     */
    static SortedSet<Money> tellingAmounts(Corridor corridor) {
        var amounts = new TreeSet<>(worldBankAmounts(corridor));
        amounts.add(corridor.least());
        amounts.add(corridor.most());
        for (var step : corridor.steps()) {
            amounts.add(step.upTo());
            amounts.add(new Money(step.upTo().minor() + 1, corridor.send()));
        }
        amounts.removeIf(amount -> !corridor.takes(amount) || amount.isZero());
        return amounts;
    }

    /** Below the smaller of the World Bank's amounts a fee in cents is dear in percent, and nobody's yardstick. */
    static boolean isSmall(Money amount) {
        return amount.major().compareTo(BigDecimal.valueOf(WORLD_BANK_MAJOR.getFirst())) < 0;
    }

    private static BigDecimal margin(Rate mid, Rate rate) {
        return BigDecimal.ONE.subtract(rate.value().divide(mid.value(), MathContext.DECIMAL64));
    }

    private static BigDecimal costPercent(Money fee, Money amount, BigDecimal margin) {
        return rounded(fee.major()
                .divide(amount.major(), MathContext.DECIMAL64)
                .add(margin)
                .movePointRight(2));
    }

    private static BigDecimal rounded(BigDecimal percent) {
        return percent.setScale(PERCENT_DECIMALS, RoundingMode.HALF_UP);
    }
}
