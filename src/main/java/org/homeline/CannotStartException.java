package org.homeline;

import org.jspecify.annotations.Nullable;

/** A command can't do its work here; the message says why and what to do, in words for whoever typed it. */
final class CannotStartException extends RuntimeException {
    CannotStartException(String message) {
        super(message);
    }

    CannotStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
