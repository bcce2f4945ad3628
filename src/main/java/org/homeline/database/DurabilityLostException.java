package org.homeline.database;

/** The disk did not take what was committed. Nobody may be told that it was; the node stops. */
public final class DurabilityLostException extends RuntimeException {
    DurabilityLostException(Throwable cause) {
        super("committed work could not be flushed to disk: this node stops", cause);
    }
}
