package org.homeline.database;

import java.time.Duration;

/** Recurring work that one node at a time does. It must be safe to run again at any moment, also after a crash half-way. */
public interface Chore {
    /** A name that stays the same between releases. */
    String name();

    /** The time from the end of one run to the start of the next. */
    Duration every();

    /** Does what is due now and returns; what it throws is logged, and the next run tries again. */
    void run();
}
