package org.homeline.outbox;

import java.time.Duration;
import java.util.UUID;
import org.homeline.phone.PhoneNumber;

/**
 * A text to be delivered by SMS.
 *
 * @param id also the name under which a provider reports on it
 * @param to whom
 * @param text as it will be read; sealed at rest, because it may hold a one-time code
 * @param lifetime after which it is not worth sending any more (a code that has expired)
 */
public record Message(UUID id, PhoneNumber to, String text, Duration lifetime) {
    public static final Duration LASTING = Duration.ofDays(3);

    /** Says nothing of the text, which may hold a code. */
    @Override
    public String toString() {
        return "Message[" + id + " to " + to.masked() + "]";
    }
}
