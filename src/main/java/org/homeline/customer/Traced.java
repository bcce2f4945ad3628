package org.homeline.customer;

import java.time.Instant;
import java.util.Optional;
import org.homeline.money.Money;
import org.homeline.operation.Reference;

/**
 * A customer's money on a way that has a reference of its own and is no payment to somebody else. Whoever has a product with such
 * money answers for it.
 */
public interface Traced {
    /** Empty where nothing of the customer's is called so. */
    Optional<Trace> trace(Customer customer, Reference reference);

    /**
     * How far it has come.
     *
     * @param where as the customer calls it
     * @param since when it left
     */
    record Trace(Money amount, String where, Stage stage, Instant since) {}

    /** In the order in which they follow. */
    enum Stage {
        /** A bank was told to take it, or is about to be. */
        ON_ITS_WAY,
        /** The bank has it. */
        ARRIVED,
        /** The bank did not take it, or keep it. */
        GIVEN_BACK
    }
}
