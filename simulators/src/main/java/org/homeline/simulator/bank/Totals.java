package org.homeline.simulator.bank;

/**
 * What a business day came to in one currency. What was reversed stands in both: where it was booked, and where it was
 * reversed.
 */
public record Totals(Sum credits, Sum creditReversals, Sum debits, Sum debitReversals) {
    static final Totals NONE = new Totals(Sum.NONE, Sum.NONE, Sum.NONE, Sum.NONE);

    /** How many, and how much together. */
    public record Sum(long number, long amountMinor) {
        static final Sum NONE = new Sum(0, 0);

        Sum plus(long more) {
            return new Sum(number + 1, Math.addExact(amountMinor, more));
        }
    }

    /** What the accounts have more, all in all; below zero what they have less. */
    public long netCreditMinor() {
        return credits.amountMinor()
                - creditReversals.amountMinor()
                - (debits.amountMinor() - debitReversals.amountMinor());
    }

    Totals withBooked(Item.Kind kind, long amountMinor) {
        return switch (kind) {
            case CREDIT -> new Totals(credits.plus(amountMinor), creditReversals, debits, debitReversals);
            case DEBIT -> new Totals(credits, creditReversals, debits.plus(amountMinor), debitReversals);
        };
    }

    Totals withReversed(Item.Kind kind, long amountMinor) {
        return switch (kind) {
            case CREDIT -> new Totals(credits, creditReversals.plus(amountMinor), debits, debitReversals);
            case DEBIT -> new Totals(credits, creditReversals, debits, debitReversals.plus(amountMinor));
        };
    }
}
