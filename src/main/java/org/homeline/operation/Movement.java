package org.homeline.operation;

import java.time.Instant;
import java.util.UUID;
import org.homeline.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The movement of money that an operation intends, for the policies: who gives, who gets, how much, what for.
 *
 * @param payer the customer whose money it is; null where it is nobody's yet (an agent's cash)
 * @param payee the customer who gets it; null where that is not a customer yet, or it leaves as cash
 * @param out what leaves the payer in the payer's currency, fees and taxes not counted
 * @param in what reaches the payee in the payee's currency
 * @param undoes what was counted of the customer's and is so no more: what a refund gives back, or what a movement takes the
 *     place of; the payee's with a refund, else the payer's
 */
public record Movement(
        Purpose purpose,
        @Nullable UUID payer,
        @Nullable UUID payee,
        Money out,
        Money in,
        @Nullable Counted undoes) {
    public Movement {
        if (purpose == Purpose.REFUND && undoes == null) {
            throw new IllegalArgumentException("a refund undoes something that was counted");
        }
    }

    /** One that undoes nothing. */
    public Movement(Purpose purpose, @Nullable UUID payer, @Nullable UUID payee, Money out, Money in) {
        this(purpose, payer, payee, out, in, null);
    }

    /**
     * What a customer moved comes back to him.
     *
     * @param out what it was on its way, in its currency there
     * @param in what comes back, fees and taxes with it
     */
    public static Movement refund(UUID payee, Money out, Money in, Counted undoes) {
        return new Movement(Purpose.REFUND, null, payee, out, in, undoes);
    }

    /**
     * What left a customer, as {@link #out} said it then.
     *
     * @param at when that was: in whose day and month it counted
     */
    public record Counted(Money out, Instant at) {}

    /** What for. */
    public enum Purpose {
        SEND,
        CASH_IN,
        CASH_OUT,
        /** Of what was held for a cash-out before, and counted then. */
        HANDOVER,
        /** A bank is asked to debit an account: for the wallet of its owner, or to prove whose it is. */
        BANK_IN,
        /** To a bank account, the payer's own or somebody else's. */
        BANK_OUT,
        /** Of what was held until it was known whose it is. */
        CLAIM,
        REFUND
    }
}
