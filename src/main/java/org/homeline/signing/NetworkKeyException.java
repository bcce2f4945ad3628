package org.homeline.signing;

/**
 * What was asked of a shared key can't be done with it; the message names the key and what to do, and holds no secret. A
 * message from outside can bring it about: a link answers it and goes on.
 */
public abstract sealed class NetworkKeyException extends RuntimeException
        permits UnknownKeyException, UnfitKeyException, KeyNotTakenException {
    NetworkKeyException(String message) {
        super(message);
    }
}
