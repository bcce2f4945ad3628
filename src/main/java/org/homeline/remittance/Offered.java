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
     * @param quote names it for {@code remittance.confirm}
     * @param payee the recipient's name, the number of somebody who is not a customer, or the account at a bank
     * @param code pays it by text message
     * @param costPercent fee and margin as the World Bank counts them
     * @param cancellable whether it can be undone after paying: not where it is deposited at once, or goes to a bank
     * @param pinNeeded whether the code alone will not do
     * @param funded whether the wallet lacks something, which the payer's own bank account is to give
     * @param fromBank that much; nothing where the wallet has the total
     * @param ownBank that account; empty likewise
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
            boolean pinNeeded,
            boolean funded,
            Money fromBank,
            String ownBank)
            implements AskQuote.Reply, QuoteToBank.Reply {}

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
