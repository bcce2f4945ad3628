package org.homeline.remittance;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.homeline.ledger.Row;
import org.homeline.money.Money;
import org.homeline.phone.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * What a sender was promised.
 *
 * @param payeeName as the sender was shown it
 * @param rate major units received for one sent
 * @param code what is kept of the one-time code
 * @param payeePhone empty where the payee is an account at a bank
 * @param state one of the constants
 * @param bank where the payee's account is; null where the payee has a wallet or will have one
 * @param bankAccount the payee's account number, sealed (Micronaut Data does not see JSpecify's annotation on an array)
 * @param fromBankMinor what the wallet lacks, to be taken from the payer's own bank account
 * @param funding that account; null where the wallet has the total
 * @param mostCashMinor how much of the total may be paid from cash, as the tax counted no more; null where it does not matter,
 *     and where it was promised before that was kept
 */
@MappedEntity("quote")
record Quote(
        @Id UUID id,
        UUID payer,
        String payeePhone,
        String payeeName,
        String fromCountry,
        String toCountry,
        String sendCurrency,
        long amountMinor,
        long feeMinor,
        long taxMinor,
        String receiveCurrency,
        long receiveMinor,
        String rate,
        String rateSource,
        byte[] code,
        Instant created,
        Instant expires,
        String state,
        @Nullable String bank,
        @jakarta.annotation.Nullable byte @Nullable [] bankAccount,
        long fromBankMinor,
        @Nullable UUID funding,
        @Nullable Long mostCashMinor,
        long version)
        implements Row {
    static final String OPEN = "open";
    /** The sender has given the code and owes the PIN. */
    static final String ASKED = "asked";

    /** What the wallet lacks is on its way from the payer's bank. */
    static final String FUNDING = "funding";

    static final String USED = "used";

    /** Whose wallet it is for; empty where it goes to a bank. */
    Optional<PhoneNumber> payee() {
        return bank == null ? Optional.of(new PhoneNumber(payeePhone)) : Optional.empty();
    }

    Money fromBank() {
        return Money.of(fromBankMinor, sendCurrency);
    }

    Money amount() {
        return Money.of(amountMinor, sendCurrency);
    }

    Money fee() {
        return Money.of(feeMinor, sendCurrency);
    }

    Money tax() {
        return Money.of(taxMinor, sendCurrency);
    }

    Money total() {
        return amount().plus(fee()).plus(tax());
    }

    /** What came in as cash later was not taxed, and does not pay this. */
    Money mostCash() {
        return mostCashMinor == null ? total() : Money.of(mostCashMinor, sendCurrency);
    }

    Money receives() {
        return Money.of(receiveMinor, receiveCurrency);
    }

    boolean isOpen(Instant now) {
        return !state.equals(USED) && !isFunding() && now.isBefore(expires);
    }

    boolean isAsked() {
        return state.equals(ASKED);
    }

    boolean isFunding() {
        return state.equals(FUNDING);
    }

    Quote ordered() {
        return in(FUNDING);
    }

    Quote used() {
        return in(USED);
    }

    Quote asked() {
        return in(ASKED);
    }

    private Quote in(String next) {
        return new Quote(
                id,
                payer,
                payeePhone,
                payeeName,
                fromCountry,
                toCountry,
                sendCurrency,
                amountMinor,
                feeMinor,
                taxMinor,
                receiveCurrency,
                receiveMinor,
                rate,
                rateSource,
                code,
                created,
                expires,
                next,
                bank,
                bankAccount,
                fromBankMinor,
                funding,
                mostCashMinor,
                version);
    }
}
