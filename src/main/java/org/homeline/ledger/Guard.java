package org.homeline.ledger;

import java.time.Instant;
import java.util.List;

/**
 * A condition that must hold at the moment of the commit, under lock: what an operation decided on what it read before may
 * have changed since. A guard that fails refuses the whole journal and names itself.
 */
public sealed interface Guard {
    /** Under which the operation that set it recognises it. */
    String name();

    /**
     * Adds to a counter that may not pass a cap: daily limits, debit caps, one-time codes (cap 1).
     *
     * @param counter unique over all counters; whose, what and which period
     * @param add negative where it takes back what was counted before; a counter never falls below zero
     * @param cap the highest value that the counter may reach, itself allowed
     * @param expires after which nobody asks for the counter any more and it may be deleted
     */
    record Counter(String name, String counter, long add, long cap, Instant expires) implements Guard {
        /** Takes back what was counted, whatever the cap is by now: it always holds. */
        public static Counter back(String name, String counter, long counted, Instant expires) {
            return new Counter(name, counter, Math.negateExact(counted), Long.MAX_VALUE, expires);
        }
    }

    /**
     * The accounts' posted and pending credits less their posted debits, together, may not pass a cap after this journal.
     *
     * @param accounts of one currency
     * @param cap in minor units, itself allowed
     */
    record BalanceAtMost(String name, List<Account> accounts, long cap) implements Guard {}
}
