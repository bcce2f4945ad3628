package org.homeline.outbox;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.homeline.phone.PhoneNumber;

/**
 * The next message of a recipient, as it lies in the table.
 *
 * @param text sealed
 * @param tries grows with every attempt and every question that stayed open
 * @param due not to be touched before
 * @param attempted since when the provider may have it without having said so
 * @param optedOut whether its recipient wants none
 */
record Waiting(
        UUID id,
        PhoneNumber recipient,
        byte[] text,
        int tries,
        Instant expires,
        Instant due,
        Optional<Instant> attempted,
        boolean optedOut) {
    @Override
    public String toString() {
        return "Waiting[" + id + "]";
    }
}
