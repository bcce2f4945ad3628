package org.homeline.remittance;

import io.micronaut.serde.annotation.Serdeable;
import org.homeline.money.Money;

/** How a payment ends, by its code, with the PIN alone, or on its way back: the answers that several share. */
final class Ended {
    private Ended() {}

    @Serdeable
    record Paid(String reference, String payee, Money total, Money receives) implements Pay.Reply, Confirm.Reply {}

    @Serdeable
    record QuoteExpired() implements Payment.Prepared, Pay.Reply, Confirm.Reply {}

    @Serdeable
    record NotEnough(Money available, Money total) implements Payment.Prepared, Pay.Reply, Confirm.Reply {}

    /**
     * The payer's own bank is asked for what the wallet lacks; the payment follows when it is there.
     *
     * @param fromBank that much
     */
    @Serdeable
    record FundingAsked(String payee, Money fromBank, String ownBank) implements Pay.Reply, Confirm.Reply {}

    /** Homeline owes the payee's bank as much as it may until that is settled; nothing has moved. */
    @Serdeable
    record BankFull(String payee) implements Pay.Reply, Confirm.Reply {}

    /** The operator has not enough of the currency that is to arrive; nothing has moved, and later it may do. */
    @Serdeable
    record OutOfFunds(String currency) implements Pay.Reply, Confirm.Reply {}
}
