package org.homeline.simulator.bank;

import java.time.LocalDate;
import java.util.Currency;

/**
 * What Homeline asks for, in a 0200 or a 0220.
 *
 * @param account from or to which money goes
 * @param text on the account's statement
 */
record Instruction(
        Reference reference, Item.Kind kind, long amountMinor, Currency currency, String account, String text) {

    /**
     * By which an instruction is known again, in its repeats and in its reversal.
     *
     * @param transmitted field 7 of the original
     */
    record Reference(String stan, String retrievalReferenceNumber, String transmitted, LocalDate day) {
        /** A reversal may be sent on a later day, and a repeat with a time of its own; but not both. */
        boolean isSame(Reference other) {
            return stan.equals(other.stan)
                    && retrievalReferenceNumber.equals(other.retrievalReferenceNumber)
                    && (transmitted.equals(other.transmitted) || day.equals(other.day));
        }
    }

    boolean isSameContent(Instruction other) {
        return kind == other.kind
                && amountMinor == other.amountMinor
                && currency.equals(other.currency)
                && account.equals(other.account);
    }
}
