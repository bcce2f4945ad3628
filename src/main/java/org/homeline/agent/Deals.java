package org.homeline.agent;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.homeline.customer.Customer;
import org.homeline.money.Money;
import org.homeline.operation.Actor;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Reference;

/** Remembers what terminals did with cash: they alone take back what they got no answer to. */
@Singleton
final class Deals {
    private final DealRows rows;

    Deals(DealRows rows) {
        this.rows = rows;
    }

    /** @param earned the agent's commission */
    void cashIn(
            Attempt attempt,
            Draft draft,
            Agent agent,
            Customer customer,
            Money amount,
            Money earned,
            Reference reference) {
        note(
                attempt,
                draft,
                new Deal(
                        attempt.key(),
                        agent.id(),
                        customer.id(),
                        Deal.CASH_IN,
                        amount.minor(),
                        amount.currency().getCode(),
                        earned.minor(),
                        reference.text(),
                        null,
                        attempt.now(),
                        Deal.DONE,
                        0));
    }

    /** @param earned the agent's commission */
    void cashOut(Attempt attempt, Draft draft, Agent agent, CashOut cashOut, Money earned, Reference reference) {
        note(
                attempt,
                draft,
                new Deal(
                        attempt.key(),
                        agent.id(),
                        cashOut.customer(),
                        Deal.CASH_OUT,
                        cashOut.minor(),
                        cashOut.currency(),
                        earned.minor(),
                        reference.text(),
                        cashOut.id(),
                        attempt.now(),
                        Deal.DONE,
                        0));
    }

    private static void note(Attempt attempt, Draft draft, Deal deal) {
        if (attempt.caller().channel() == Actor.Channel.TERMINAL) {
            draft.write(deal);
        }
    }

    Optional<Deal> find(String request) {
        return rows.findByRequest(request);
    }
}
