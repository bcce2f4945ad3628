package org.homeline.remittance;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.homeline.ledger.Row;
import org.homeline.money.Money;
import org.homeline.phone.PhoneNumber;

/**
 * What a sender was promised.
 *
 * @param payeeName as the sender was shown it
 * @param rate major units received for one sent
 * @param code what is kept of the one-time code
 * @param state one of the constants
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
        long version)
        implements Row {
    static final String OPEN = "open";
    /** The sender has given the code and owes the PIN. */
    static final String ASKED = "asked";

    static final String USED = "used";

    PhoneNumber payee() {
        return new PhoneNumber(payeePhone);
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

    Money receives() {
        return Money.of(receiveMinor, receiveCurrency);
    }

    boolean isOpen(Instant now) {
        return !state.equals(USED) && now.isBefore(expires);
    }

    boolean isAsked() {
        return state.equals(ASKED);
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
                version);
    }
}
