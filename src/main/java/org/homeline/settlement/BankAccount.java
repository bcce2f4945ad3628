package org.homeline.settlement;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.Row;
import org.homeline.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A customer's account at a bank: linked once the customer has told the code that stands on its statement.
 *
 * @param partner the bank's id
 * @param number the account number, sealed
 * @param tail its last digits, which may be shown
 * @param currency of the account and of the customer's wallet
 * @param proofMinor the small amount that was taken to prove it
 * @param state one of the constants
 * @param code what is kept of the code
 * @param tries how many wrong codes were told
 * @param instruction the last one for its proof; null before there is one
 * @param expires until when the code can be told; where the small amount is to go back, from when on
 */
@MappedEntity("bank_account")
public record BankAccount(
        @Id UUID id,
        UUID customer,
        String partner,
        byte[] number,
        String tail,
        String currency,
        long proofMinor,
        String state,
        byte[] code,
        int tries,
        @Nullable UUID instruction,
        Instant expires,
        Instant made,
        long version)
        implements Row {
    /** The bank was asked for the small amount. */
    public static final String ASKED = "asked";
    /** The small amount is held, and its code waits to be told. */
    public static final String PROVING = "proving";

    public static final String LINKED = "linked";
    /** The code was not told: the small amount is on its way back. */
    public static final String RETURNING = "returning";
    /** It could not go back yet: from {@link #expires} on it is tried again. */
    public static final String OVER = "over";
    /** It could not go back: the operator has to find its owner. */
    public static final String KEPT = "kept";

    /** It was handed over as unclaimed property. */
    public static final String UNCLAIMED = "unclaimed";

    public static final String FAILED = "failed";
    public static final String REMOVED = "removed";

    public Money proof() {
        return Money.of(proofMinor, currency);
    }

    public boolean isLinked() {
        return state.equals(LINKED);
    }

    public boolean isProving() {
        return state.equals(PROVING);
    }

    public boolean isKept() {
        return state.equals(KEPT);
    }

    /** Whether the small amount is to go back once {@link #expires} is reached. */
    public boolean isToReturn() {
        return isProving() || state.equals(OVER);
    }

    /** Where the small amount is until it is known whose it is. */
    public Account holding() {
        return new Account(AccountCode.PICKUP_HOLDING, id, proof().currency());
    }

    /** How people recognise it: the last digits, and the bank's name, which a screen may cut. */
    public String shown(Partner bank) {
        return shown(bank, tail);
    }

    /** Likewise of any account there. */
    public static String shown(Partner bank, String tail) {
        return ".." + tail + " " + bank.name();
    }

    public BankAccount in(String next) {
        return copy(next, tries, instruction, expires);
    }

    /** The code can be told from now on. */
    public BankAccount proving(Instant until) {
        return copy(PROVING, tries, instruction, until);
    }

    /** The small amount is to go back, not before then. */
    public BankAccount over(Instant until) {
        return copy(OVER, tries, instruction, until);
    }

    /** A wrong code was told. */
    public BankAccount guessed() {
        return copy(state, tries + 1, instruction, expires);
    }

    /** By that instruction. */
    public BankAccount by(Instruction given) {
        return copy(state, tries, given.id(), expires);
    }

    private BankAccount copy(String nextState, int nextTries, @Nullable UUID nextInstruction, Instant nextExpires) {
        return new BankAccount(
                id,
                customer,
                partner,
                number,
                tail,
                currency,
                proofMinor,
                nextState,
                code,
                nextTries,
                nextInstruction,
                nextExpires,
                made,
                version);
    }

    /** Without what is sealed. */
    @Override
    public String toString() {
        return "BankAccount[" + id + " " + partner + " " + state + "]";
    }
}
