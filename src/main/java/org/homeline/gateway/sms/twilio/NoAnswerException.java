package org.homeline.gateway.sms.twilio;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Twilio gave no answer to the request itself. */
final class NoAnswerException extends RuntimeException {
    private final boolean certainlyNotTaken;
    private final transient Optional<Duration> after;

    NoAnswerException(String reason, boolean certainlyNotTaken, Optional<Duration> after, @Nullable Throwable cause) {
        super(reason, cause);
        this.certainlyNotTaken = certainlyNotTaken;
        this.after = after;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    /** Whether Twilio did nothing at all. */
    boolean isCertainlyNotTaken() {
        return certainlyNotTaken;
    }

    /** The pause that Twilio asked for. */
    Optional<Duration> after() {
        return after;
    }
}
