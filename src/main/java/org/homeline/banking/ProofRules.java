package org.homeline.banking;

import java.time.Duration;
import org.homeline.settlement.BankAccount;

/** How far linking goes. */
final class ProofRules {
    /** Accounts that one customer may have. */
    static final int MOST_ACCOUNTS = 5;
    /** How often a customer may ask in a day: each time somebody's account is debited. */
    static final long MOST_A_DAY = 3;
    /** How often all customers together may ask for the same account in a week: its owner may know none of them. */
    static final long MOST_A_WEEK = 3;
    /** Wrong codes after which the small amount goes back. */
    static final int TRIES = 3;
    /** Banks show a debit at once or the day after, and weekends lie between. */
    static final Duration LIFETIME = Duration.ofDays(3);

    /** The pause before a return that the bank could not take is tried again. */
    static final Duration RETURN_AGAIN = Duration.ofHours(6);
    /** How long after the link was asked for a return is tried; then the operator decides. */
    static final Duration RETURN_WITHIN = Duration.ofDays(14);

    private ProofRules() {}

    /** Whether one more code may be tried. */
    static boolean mayGuess(BankAccount account) {
        return account.tries() < TRIES;
    }
}
