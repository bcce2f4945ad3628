package org.homeline.agent;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.homeline.money.Money;
import org.homeline.operation.Actor;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Reference;
import org.jspecify.annotations.Nullable;

/** Remembers what terminals did with cash: they alone take back what they got no answer to. */
@Singleton
final class Deals {
    private final DealRows rows;

    Deals(DealRows rows) {
        this.rows = rows;
    }

    void cashIn(
            Attempt attempt, Draft draft, UUID agent, UUID customer, Money amount, Money earned, Reference reference) {
        note(attempt, draft, Deal.CASH_IN, agent, customer, amount, earned, reference, null);
    }

    void cashOut(Attempt attempt, Draft draft, UUID agent, CashOut cashOut, Money earned, Reference reference) {
        note(
                attempt,
                draft,
                Deal.CASH_OUT,
                agent,
                cashOut.customer(),
                cashOut.amount(),
                earned,
                reference,
                cashOut.id());
    }

    private static void note(
            Attempt attempt,
            Draft draft,
            String what,
            UUID agent,
            UUID customer,
            Money amount,
            Money earned,
            Reference reference,
            @Nullable UUID cashOut) {
        if (attempt.actor() instanceof Actor.Caller caller && caller.channel() == Actor.Channel.TERMINAL) {
            draft.write(new Deal(
                    attempt.key(),
                    agent,
                    customer,
                    what,
                    amount.minor(),
                    amount.currency().getCode(),
                    earned.minor(),
                    reference.text(),
                    cashOut,
                    attempt.now(),
                    Deal.DONE,
                    0));
        }
    }

    Optional<Deal> find(String request) {
        return rows.findByRequest(request);
    }
}
