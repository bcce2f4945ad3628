package org.homeline.settlement;

import java.time.Instant;
import java.time.LocalDate;
import org.homeline.ledger.Row;
import org.jspecify.annotations.Nullable;

/**
 * A partner's business day in one currency, from the moment at which its totals are compared. A day without instructions has
 * none.
 *
 * @param ours what it came to here, when that was last sent
 * @param theirs what the partner last said it came to; null where it has not said
 * @param stan trace number of the reconciliation advice (0520) that asks; null before the first
 * @param transmitted its field 7
 * @param tries how often it was sent
 * @param due when it is sent next; null where nobody waits for an answer
 * @param since when closing began; later than now where the partner did not answer for so long that it rests until then
 */
public record SettlementDay(
        String partner,
        LocalDate day,
        String currency,
        String state,
        DayTotals ours,
        @Nullable DayTotals theirs,
        @Nullable Integer stan,
        @Nullable String transmitted,
        int tries,
        @Nullable Instant due,
        Instant since,
        long version)
        implements Row {
    /** Compared before its end: it will be compared again. */
    public static final String OPEN = "open";
    /** The partner is being asked. */
    public static final String CLOSING = "closing";

    public static final String BALANCED = "balanced";
    /** To be looked at item by item. */
    public static final String DIFFERENT = "different";
    /** It was different, and everything that was found has been resolved. */
    public static final String RESOLVED = "resolved";

    /** By which an operator sees which of its items is different. */
    public String itemsCommand() {
        return itemsCommand(partner, day);
    }

    /** The same of a day that is known by its name. */
    public static String itemsCommand(String partner, LocalDate day) {
        return "./homeline settlement close-day " + partner + " " + day + " --items FILE";
    }

    /** What the partner says, and what follows from it. */
    SettlementDay answered(String next, @Nullable DayTotals said) {
        return new SettlementDay(
                partner, day, currency, next, ours, said, stan, transmitted, tries, null, since, version);
    }

    /** In this state, and else as it is. */
    public SettlementDay in(String next) {
        return new SettlementDay(
                partner, day, currency, next, ours, theirs, stan, transmitted, tries, due, since, version);
    }

    /** To be asked anew, with what the day comes to by then; an answer to an earlier question counts no more. */
    public SettlementDay askedAnew(Instant from) {
        return new SettlementDay(partner, day, currency, CLOSING, ours, theirs, null, null, 0, from, from, version);
    }

    /** About to be sent: for the first time with these totals and numbers, or again as it was. */
    public SettlementDay sent(DayTotals totals, int trace, String at, @Nullable Instant next) {
        return new SettlementDay(
                partner, day, currency, state, totals, theirs, trace, at, tries + 1, next, since, version);
    }
}
