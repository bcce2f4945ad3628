package org.homeline.remittance;

import java.time.Duration;
import java.util.List;
import org.homeline.money.Money;
import org.joda.money.CurrencyUnit;

/**
 * The way from one country to another, and its price.
 *
 * @param from the sender's country
 * @param to the recipient's
 * @param steps by amount, ascending, without gap
 * @param marginBasisPoints how far the customer's rate stands under the mid-market rate
 * @param rateDecimals to how many decimals a rate is cut and shown (2 to 4: 12 CFR 1005.31(b)(1)(iv))
 * @param least the smallest amount
 * @param most the largest
 * @param collectWithin how long money waits for somebody who is not a customer
 */
record Corridor(
        String from,
        String to,
        CurrencyUnit send,
        CurrencyUnit receive,
        List<Step> steps,
        long marginBasisPoints,
        int rateDecimals,
        List<Tax> taxes,
        Money least,
        Money most,
        Duration collectWithin) {

    /** A fee for amounts up to and including {@code upTo}: fixed plus percent. */
    record Step(Money upTo, Money fixed, long basisPoints) {
        Money fee(Money amount) {
            return fixed.plus(amount.basisPoints(basisPoints));
        }
    }

    /** A tax on the part of the amount that the sender paid in that way. */
    record Tax(String name, long basisPoints, PaidIn on) {}

    /** How the sender's money came in. */
    enum PaidIn {
        CASH,
        BANK,
        ANY
    }

    /** Whether it is an amount that may be sent. */
    boolean takes(Money amount) {
        return amount.compareTo(least) >= 0 && amount.compareTo(most) <= 0;
    }

    boolean isDomestic() {
        return from.equals(to);
    }

    /** @throws IllegalArgumentException where the amount is above the last step */
    Money fee(Money amount) {
        return steps.get(step(amount)).fee(amount);
    }

    /**
     * Which of the steps the amount is on, from 0.
     *
     * @throws IllegalArgumentException where the amount is above the last step
     */
    int step(Money amount) {
        for (int i = 0; i < steps.size(); i++) {
            if (amount.compareTo(steps.get(i).upTo()) <= 0) {
                return i;
            }
        }
        throw new IllegalArgumentException(amount + " is above the corridor's last step");
    }

    /** @param fromCash how much of the amount came in as cash; the rest came from a bank */
    Money tax(Money amount, Money fromCash) {
        return taxes.stream()
                .map(tax -> base(tax, amount, fromCash).basisPoints(tax.basisPoints()))
                .reduce(Money.zero(send), Money::plus);
    }

    private static Money base(Tax tax, Money amount, Money fromCash) {
        return switch (tax.on()) {
            case CASH -> fromCash;
            case BANK -> amount.minus(fromCash);
            case ANY -> amount;
        };
    }
}
