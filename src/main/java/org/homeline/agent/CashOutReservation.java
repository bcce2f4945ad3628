package org.homeline.agent;

import jakarta.inject.Singleton;
import java.util.Map;
import org.homeline.customer.Customer;
import org.homeline.customer.Reservation;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;

/** Money that waits for the customer's cash-out code. */
@Singleton
final class CashOutReservation implements Reservation {
    private final CashOutRows cashOuts;

    CashOutReservation(CashOutRows cashOuts) {
        this.cashOuts = cashOuts;
    }

    @Override
    public void free(Attempt attempt, Draft draft, Customer customer) {
        cashOuts.findNewest(customer.id(), CashOut.OPEN).ifPresent(open -> {
            Withdraw.release(draft, open);
            draft.tell(customer.number(), customer.spoken(), "agent.code-withdrawn", Map.of("amount", open.amount()));
        });
    }
}
