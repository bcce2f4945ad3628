package org.homeline.simulator.bank;

import java.time.LocalDate;
import java.util.Currency;

/**
 * A line of the bank's end-of-day file.
 *
 * @param account masked, all but its last four
 */
public record Item(
        LocalDate day,
        String stan,
        String retrievalReferenceNumber,
        Kind kind,
        long amountMinor,
        Currency currency,
        String account,
        Status status) {
    /** From where the account's holder stands. */
    public enum Kind {
        DEBIT,
        CREDIT
    }

    /** What has become of it. */
    public enum Status {
        BOOKED,
        REVERSED
    }
}
