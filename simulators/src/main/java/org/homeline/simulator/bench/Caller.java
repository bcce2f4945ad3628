package org.homeline.simulator.bench;

import java.util.Optional;

/** Somebody who asks, waits for the answer, and asks again. Called by one thread at a time. */
public interface Caller {
    /** What is asked next; empty where there is no more. */
    Optional<Exchange> next();

    /** Whether nothing is left half done if no more is asked. */
    boolean mayStop();
}
