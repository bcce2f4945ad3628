package org.homeline.operation;

import java.util.UUID;
import org.homeline.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The movement of money that an operation intends, for the policies: who gives, who gets, how much, what for.
 *
 * @param payer the customer whose money it is; null where it is nobody's yet (an agent's cash)
 * @param payee the customer who gets it; null where that is not a customer yet, or it leaves as cash
 * @param out what leaves the payer in the payer's currency, fees and taxes not counted
 * @param counted how much of {@code out} was counted against limits before, for what this takes the place of
 * @param in what reaches the payee in the payee's currency
 */
public record Movement(
        Purpose purpose, @Nullable UUID payer, @Nullable UUID payee, Money out, Money counted, Money in) {
    /** One that takes the place of nothing. */
    public Movement(Purpose purpose, @Nullable UUID payer, @Nullable UUID payee, Money out, Money in) {
        this(purpose, payer, payee, out, Money.zero(out.currency()), in);
    }

    /** What for. */
    public enum Purpose {
        SEND,
        CASH_IN,
        CASH_OUT,
        /** Of what was held for a cash-out before, and counted then. */
        HANDOVER,
        CLAIM,
        REFUND
    }
}
