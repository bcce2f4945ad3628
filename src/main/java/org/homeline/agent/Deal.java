package org.homeline.agent;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.homeline.ledger.Row;
import org.homeline.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a terminal's request did with cash: what has to be known to take it back.
 *
 * @param request the key of its journal
 * @param what {@link #CASH_IN} or {@link #CASH_OUT}
 * @param minor in minor units
 * @param commission likewise; 0 where it earned none
 * @param cashOut whose code was paid; null for cash that came in
 * @param state {@link #DONE} or {@link #REVERSED}
 * @param version how often this was changed; 0 for a new one
 */
@MappedEntity("deal")
record Deal(
        @Id String request,
        UUID agent,
        UUID customer,
        String what,
        long minor,
        String currency,
        long commission,
        String reference,
        @Nullable UUID cashOut,
        Instant made,
        String state,
        long version)
        implements Row {
    static final String CASH_IN = "cash-in";
    static final String CASH_OUT = "cash-out";
    static final String DONE = "done";
    static final String REVERSED = "reversed";

    Money amount() {
        return Money.of(minor, currency);
    }

    Money earned() {
        return Money.of(commission, currency);
    }

    Deal reversed() {
        return new Deal(
                request,
                agent,
                customer,
                what,
                minor,
                currency,
                commission,
                reference,
                cashOut,
                made,
                REVERSED,
                version);
    }
}
