package org.homeline.customer;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.homeline.ledger.Row;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Reference;

/**
 * One line of a customer's or agent's statement.
 *
 * @param what a {@link What} in small letters
 * @param minor in minor units, negative where money left
 * @param other the name or number at the other end
 */
@MappedEntity("activity")
public record Activity(
        @Id UUID id, UUID owner, String reference, String what, long minor, String currency, String other, Instant at)
        implements Row {

    /** What happened; each has a text {@code activity.<what>}. */
    public enum What {
        SENT,
        RECEIVED,
        REFUNDED,
        CASH_IN,
        CASH_OUT,
        BANK_IN,
        BANK_OUT,
        /** A bank took back what it had paid in. */
        BANK_TAKEN_BACK,
        /** By a terminal that got no answer and took it back. */
        CASH_IN_REVERSED,
        CASH_OUT_REVERSED;

        /** As rows and texts have it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Money that came. */
    public static Activity in(Attempt attempt, UUID owner, Reference reference, What what, Money money, String other) {
        return new Activity(
                attempt.ids().next(),
                owner,
                reference.text(),
                what.label(),
                money.minor(),
                money.currency().getCode(),
                other,
                attempt.now());
    }

    /** Money that left. */
    public static Activity out(Attempt attempt, UUID owner, Reference reference, What what, Money money, String other) {
        return in(attempt, owner, reference, what, new Money(-money.minor(), money.currency()), other);
    }

    public Money money() {
        return Money.of(minor, currency);
    }
}
