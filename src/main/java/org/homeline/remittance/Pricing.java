package org.homeline.remittance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.homeline.money.Money;
import org.homeline.money.Rate;

/**
 * What sending an amount costs and brings.
 *
 * @param amount what is sent
 * @param rate the customer's
 * @param receives what arrives
 * @param costPercent fee and exchange margin in percent of the amount, as the World Bank counts (Remittance Prices
 *     Worldwide, methodology: taxes are not in it)
 */
record Pricing(Money amount, Money fee, Money tax, Rate rate, Money receives, BigDecimal costPercent) {
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
        return new Pricing(
                amount,
                corridor.fee(amount),
                corridor.tax(amount, fromCash),
                rate,
                rate.convert(amount),
                costPercent(corridor.fee(amount), amount, margin(mid, rate)));
    }

    /** What the corridor costs at an amount by its configured margin, whatever the rate. */
    static BigDecimal costPercent(Corridor corridor, Money amount) {
        var margin = corridor.send().equals(corridor.receive())
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(corridor.marginBasisPoints(), 4);
        return costPercent(corridor.fee(amount), amount, margin);
    }

    /** 200 and 500 of the sending currency, where the corridor takes so much. */
    static List<Money> worldBankAmounts(Corridor corridor) {
        return WORLD_BANK_MAJOR.stream()
                .map(major -> Money.ofMajor(BigDecimal.valueOf(major), corridor.send()))
                .filter(amount -> amount.compareTo(corridor.least()) >= 0 && amount.compareTo(corridor.most()) <= 0)
                .toList();
    }

    private static BigDecimal margin(Rate mid, Rate rate) {
        return BigDecimal.ONE.subtract(rate.value().divide(mid.value(), java.math.MathContext.DECIMAL64));
    }

    private static BigDecimal costPercent(Money fee, Money amount, BigDecimal margin) {
        return fee.major()
                .divide(amount.major(), java.math.MathContext.DECIMAL64)
                .add(margin)
                .movePointRight(2)
                .setScale(PERCENT_DECIMALS, RoundingMode.HALF_UP);
    }
}
