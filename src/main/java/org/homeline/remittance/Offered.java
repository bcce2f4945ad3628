package org.homeline.remittance;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Duration;
import org.homeline.money.Money;
import org.homeline.money.Rate;

/** What asking for a price brings, whoever is to get the money: the answers that several operations share. */
final class Offered {
    private Offered() {}

    /**
     * The wallet has the total.
     *
     * @param quote names it for {@code remittance.confirm}
     * @param payee the recipient's name, the number of somebody who is not a customer, or the account at a bank
     * @param code pays it by text message
     * @param costPercent fee and margin as the World Bank counts them
     * @param cancellable whether it can be undone after paying: not where it is deposited at once, or goes to a bank
     * @param pinNeeded whether the code alone will not do
     */
    @Serdeable
    record Quoted(
            String quote,
            String payee,
            Money amount,
            Money fee,
            Money tax,
            Money total,
            Rate rate,
            Money receives,
            String code,
            Duration expires,
            BigDecimal costPercent,
            boolean cancellable,
            boolean pinNeeded)
            implements AskQuote.Reply, QuoteToBank.Reply {}

    /**
     * The payer's own bank account is to give what the wallet lacks; it always takes the PIN.
     *
     * @param fromBank that much
     * @param ownBank that account
     */
    @Serdeable
    record QuotedFromBank(
            String quote,
            String payee,
            Money amount,
            Money fee,
            Money tax,
            Money total,
            Rate rate,
            Money receives,
            String code,
            Duration expires,
            BigDecimal costPercent,
            boolean cancellable,
            Money fromBank,
            String ownBank)
            implements AskQuote.Reply, QuoteToBank.Reply {
        static QuotedFromBank of(Quoted quoted, Money fromBank, String ownBank) {
            return new QuotedFromBank(
                    quoted.quote,
                    quoted.payee,
                    quoted.amount,
                    quoted.fee,
                    quoted.tax,
                    quoted.total,
                    quoted.rate,
                    quoted.receives,
                    quoted.code,
                    quoted.expires,
                    quoted.costPercent,
                    quoted.cancellable,
                    fromBank,
                    ownBank);
        }
    }

    /** The rate is older than its source allows. */
    @Serdeable
    record RateStale() implements Offer.Made, AskQuote.Reply, QuoteToBank.Reply {}

    @Serdeable
    record BadAmount() implements Offer.Made, AskQuote.Reply, QuoteToBank.Reply {}

    @Serdeable
    record AmbiguousAmount(Money one, Money other) implements Offer.Made, AskQuote.Reply, QuoteToBank.Reply {}

    @Serdeable
    record TooLittle(Money least) implements Offer.Made, AskQuote.Reply, QuoteToBank.Reply {}

    @Serdeable
    record TooMuch(Money most) implements Offer.Made, AskQuote.Reply, QuoteToBank.Reply {}

    @Serdeable
    record NotEnough(Money available, Money total) implements Offer.Made, AskQuote.Reply, QuoteToBank.Reply {}

    @Serdeable
    record NotRegistered() implements AskQuote.Reply, QuoteToBank.Reply, ListBanks.Reply {}
}
