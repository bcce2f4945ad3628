package org.homeline.customer;

import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;

/**
 * What holds money in a wallet because its owner asked for that. Where the operator has to take money from the wallet, it goes
 * before: else whoever reserves enough keeps what a bank has taken back.
 */
public interface Reservation {
    /** Adds to the draft that all of it is free again, and tells the customer. */
    void free(Attempt attempt, Draft draft, Customer customer);
}
