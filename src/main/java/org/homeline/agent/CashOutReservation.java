package org.homeline.agent;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.homeline.customer.Customer;
import org.homeline.customer.Reservation;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Movement;

/** Money that waits for the customer's cash-out code. */
@Singleton
final class CashOutReservation implements Reservation {
    private final CashOutRows cashOuts;

    CashOutReservation(CashOutRows cashOuts) {
        this.cashOuts = cashOuts;
    }

    @Override
    public Optional<Movement.Counted> free(Attempt attempt, Draft draft, Customer customer) {
        return cashOuts.findNewest(customer.id(), CashOut.OPEN).map(open -> {
            Withdraw.release(draft, open);
            draft.tell(customer.number(), customer.spoken(), "agent.code-withdrawn", Map.of("amount", open.amount()));
            return new Movement.Counted(open.amount(), open.made());
        });
    }
}
