package org.homeline.banking;

import java.time.Duration;
import org.homeline.settlement.BankAccount;

/** How far linking goes. */
final class ProofRules {
    /** Accounts that one customer may have. */
    static final int MOST_ACCOUNTS = 5;
    /** How often a customer may ask in a day: each time somebody's account is debited. */
    static final long MOST_A_DAY = 3;
    /** Wrong codes after which the small amount goes back. */
    static final int TRIES = 3;
    /** Banks show a debit at once or the day after, and weekends lie between. */
    static final Duration LIFETIME = Duration.ofDays(3);

    private ProofRules() {}

    /** Whether one more code may be tried. */
    static boolean mayGuess(BankAccount account) {
        return account.tries() < TRIES;
    }
}
