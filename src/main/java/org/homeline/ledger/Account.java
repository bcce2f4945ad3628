package org.homeline.ledger;

import java.util.UUID;
import org.homeline.signing.Digest;
import org.homeline.transparency.Canonical;
import org.joda.money.CurrencyUnit;

/**
 * An account's name: what it is for, whose it is, in which currency. Its identifier follows from these, so that nobody
 * looks it up and nobody opens it twice.
 *
 * @param owner a customer, agent or participant; {@link #OPERATOR} for the operator's own
 */
public record Account(AccountCode code, UUID owner, CurrencyUnit currency) {
    public static final UUID OPERATOR = new UUID(0, 0);

    public static Account ofOperator(AccountCode code, CurrencyUnit currency) {
        return new Account(code, OPERATOR, currency);
    }

    /** SHA-256 over code, owner and currency, cut to a UUID of version 8 (RFC 9562, section 5.8). */
    public UUID id() {
        var hash = java.nio.ByteBuffer.wrap(Digest.sha256(new Canonical()
                .text("homeline account")
                .text(code.label())
                .id(owner)
                .text(currency.getCode())
                .bytes()));
        long high = (hash.getLong() & ~0xF000L) | 0x8000L;
        long low = (hash.getLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
