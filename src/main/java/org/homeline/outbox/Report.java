package org.homeline.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a provider tells of a message later.
 *
 * @param message whose
 * @param providerId the provider's id of it
 * @param stage how far it has come
 * @param error the provider's code, where it failed
 */
public record Report(
        UUID message,
        String providerId,
        Stage stage,
        @Nullable String error) {
    /** In the order in which a message passes them; the last two both end it. */
    public enum Stage {
        QUEUED(1, "sent"),
        SENT(2, "sent"),
        DELIVERED(3, "delivered"),
        FAILED(3, "failed");

        private final int rank;
        private final String state;

        Stage(int rank, String state) {
            this.rank = rank;
            this.state = state;
        }

        int rank() {
            return rank;
        }

        String state() {
            return state;
        }
    }
}
