package org.homeline.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A provider that takes texts. An implementation makes one call and reports honestly: it never retries by itself, since
 * most providers can't tell a repeated request from a new one. It must return within 30 seconds.
 */
public interface SmsSender {
    /** Hands the message over, once. */
    Outcome send(Message message);

    /**
     * Asks whether the provider has a message that an earlier {@link #send} may have handed over.
     *
     * @param since when that was
     * @param others ids that belong to other messages for the same recipient, perhaps with the same text
     */
    Search find(Message message, Instant since, Set<String> others);

    /** What became of handing over. */
    sealed interface Outcome {
        /** The provider has it, under this id. */
        record Sent(String providerId) implements Outcome {}

        /**
         * The provider has certainly not taken it; later it may.
         *
         * @param after the pause that the provider asked for
         */
        record Retry(String reason, Optional<Duration> after) implements Outcome {}

        /** The provider will never take it. */
        record Rejected(String reason) implements Outcome {}

        /** The recipient asked the provider for no more messages. */
        record OptedOut(String reason) implements Outcome {}

        /** No answer, or one that does not say: the provider may have it. */
        record Unknown(String reason) implements Outcome {}
    }

    /** What became of asking. */
    sealed interface Search {
        record Found(String providerId) implements Search {}

        record NotThere() implements Search {}

        record NoAnswer(String reason, Optional<Duration> after) implements Search {}
    }
}
