package org.homeline.operation;

import java.util.Optional;

/**
 * A way by which people reach Homeline, which an operator may not have opened yet. A bean of each gateway: start-up and
 * {@code /health} ask it.
 */
public interface Entrance {
    /** As people call it, in one word: {@code USSD}. */
    String name();

    /** Empty where it is open; else what to set, and what happens until then. */
    Optional<String> closed();

    /** Whether people beyond this machine are served through it, so that what they are promised is in earnest. */
    default boolean isLive() {
        return false;
    }
}
