package org.homeline.agent;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.homeline.ledger.Row;
import org.homeline.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A reversal that could not be done. Nothing was moved: the books say that the original happened, and the operator finds out
 * from agent and customer where the cash is.
 *
 * @param request the key of the original
 * @param reference of the original
 * @param why a {@link Why} in small letters
 * @param settled when the operator was done with it; null until then
 */
@MappedEntity("stuck_reversal")
record Stuck(
        @Id String request,
        UUID agent,
        String reference,
        long minor,
        String currency,
        String why,
        Instant at,
        @Nullable Instant settled)
        implements Row {

    /** Why it could not be done. */
    enum Why {
        /** The customer has spent it, or the agent's float or commission is too low. */
        MONEY_GONE,
        OTHER_AMOUNT,
        TOO_LATE,
        /** The terminal, or its agent. */
        BLOCKED;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Stuck of(Deal deal, Why why, Instant at) {
        return new Stuck(
                deal.request(), deal.agent(), deal.reference(), deal.minor(), deal.currency(), why.word(), at, null);
    }

    /** The key of a terminal's request names it: {@code terminal:T0000001:...}. */
    String terminal() {
        var parts = request.split(":", 3);
        return parts.length > 1 ? parts[1] : "";
    }

    Money amount() {
        return Money.of(minor, currency);
    }

    Stuck settledAt(Instant when) {
        return new Stuck(request, agent, reference, minor, currency, why, at, when);
    }
}
