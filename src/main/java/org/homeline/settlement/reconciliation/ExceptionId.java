package org.homeline.settlement.reconciliation;

import java.util.Optional;
import java.util.UUID;

/** Reads the ids that operators type. */
final class ExceptionId {
    private ExceptionId() {}

    /** Empty where it is none. */
    static Optional<UUID> read(String text) {
        try {
            return Optional.of(UUID.fromString(text.strip()));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
