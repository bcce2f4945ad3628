package org.homeline.customer;

import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;

/** What to do for a newcomer's number: money may be waiting for it. Adds to the journal that registers the newcomer. */
public interface Welcome {
    void greet(Customer newcomer, Attempt attempt, Draft draft);
}
