package org.homeline.signing;

/** The key store can't be used; the message says why and what to do. */
public final class KeyStoreException extends RuntimeException {
    KeyStoreException(String message) {
        super(message);
    }

    KeyStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
