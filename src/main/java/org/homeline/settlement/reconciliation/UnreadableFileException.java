package org.homeline.settlement.reconciliation;

import org.jspecify.annotations.Nullable;

/** A file that a bank gave is not what it should be; nothing of it was taken. The message says where and why. */
public final class UnreadableFileException extends Exception {
    UnreadableFileException(String message) {
        this(message, null);
    }

    UnreadableFileException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static UnreadableFileException at(int line, String why) {
        return new UnreadableFileException("line " + line + ": " + why);
    }
}
