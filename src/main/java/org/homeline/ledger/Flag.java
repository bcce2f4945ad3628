package org.homeline.ledger;

/** What an account never allows. The bit is what the database holds. */
public enum Flag {
    /** A customer can't spend what is not there: pending and posted debits stay within posted credits. */
    DEBITS_MUST_NOT_EXCEED_CREDITS(1),
    /** The other way round, for what the operator owns. */
    CREDITS_MUST_NOT_EXCEED_DEBITS(2),
    /** No new transfer touches it; a pending one may still be voided. */
    CLOSED(4);

    private final int bit;

    Flag(int bit) {
        this.bit = bit;
    }

    int bit() {
        return bit;
    }

    boolean in(int flags) {
        return (flags & bit) != 0;
    }
}
