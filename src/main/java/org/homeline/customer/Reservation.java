package org.homeline.customer;

import java.util.Optional;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Movement;

/**
 * What holds money in a wallet because its owner asked for that. Where the operator has to take money from the wallet, it goes
 * before: else whoever reserves enough keeps what a bank has taken back.
 */
public interface Reservation {
    /**
     * Adds to the draft that all of it is free again, and tells the customer.
     *
     * @return what was counted of it, and is so no more
     */
    Optional<Movement.Counted> free(Attempt attempt, Draft draft, Customer customer);
}
