package org.homeline.settlement;

import io.micronaut.serde.annotation.Serdeable;
import org.homeline.money.Money;

/**
 * What a business day with a partner came to in one currency (ISO 8583, fields 74 to 77, 86 to 89 and 97). What was reversed
 * counts twice: where it was booked, and where it was reversed.
 *
 * @param credits put into accounts there
 * @param debits taken from accounts there
 */
@Serdeable
public record DayTotals(Sum credits, Sum creditReversals, Sum debits, Sum debitReversals) {
    public static final DayTotals NONE = new DayTotals(Sum.NONE, Sum.NONE, Sum.NONE, Sum.NONE);

    /** How many, and how much together in minor units. */
    @Serdeable
    public record Sum(long number, long minor) {
        static final Sum NONE = new Sum(0, 0);

        /** As {@code 2 of USD 17.34}. */
        public String said(String currency) {
            return number + " of " + Money.of(minor, currency);
        }

        Sum plus(Sum other) {
            return new Sum(number + other.number, Math.addExact(minor, other.minor));
        }
    }

    /** What the accounts there have more, all in all, in minor units; negative what they have less. */
    public long netCredit() {
        return credits.minor - creditReversals.minor - (debits.minor - debitReversals.minor);
    }

    /** For a log. */
    public String said(String currency) {
        return "debits %s (reversed %s), credits %s (reversed %s)"
                .formatted(
                        debits.said(currency),
                        debitReversals.said(currency),
                        credits.said(currency),
                        creditReversals.said(currency));
    }

    /** With these of one kind, which were booked and perhaps reversed. */
    public DayTotals plus(Partner.Kind kind, Sum booked, boolean reversed) {
        var back = reversed ? booked : Sum.NONE;
        return switch (kind) {
            case CREDIT -> new DayTotals(credits.plus(booked), creditReversals.plus(back), debits, debitReversals);
            case DEBIT -> new DayTotals(credits, creditReversals, debits.plus(booked), debitReversals.plus(back));
        };
    }
}
