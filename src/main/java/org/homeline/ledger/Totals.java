package org.homeline.ledger;

/**
 * The four totals of an account in minor units, none ever negative. Pending transfers count in the pending totals until
 * they are posted or voided.
 */
public record Totals(long debitsPending, long debitsPosted, long creditsPending, long creditsPosted) {
    public static final Totals ZERO = new Totals(0, 0, 0, 0);

    /** What a credit balance has left to spend: posted credits less posted and pending debits. */
    public long available() {
        return creditsPosted - debitsPosted - debitsPending;
    }

    /** Posted credits less posted debits. */
    public long balance() {
        return creditsPosted - debitsPosted;
    }

    Totals debit(long pending, long posted) {
        return new Totals(
                Math.addExact(debitsPending, pending),
                Math.addExact(debitsPosted, posted),
                creditsPending,
                creditsPosted);
    }

    Totals credit(long pending, long posted) {
        return new Totals(
                debitsPending,
                debitsPosted,
                Math.addExact(creditsPending, pending),
                Math.addExact(creditsPosted, posted));
    }
}
