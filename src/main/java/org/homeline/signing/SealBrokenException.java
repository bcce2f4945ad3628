package org.homeline.signing;

/** Sealed bytes do not open: changed, moved, or sealed under another key. */
public final class SealBrokenException extends RuntimeException {
    SealBrokenException(Throwable cause) {
        super("sealed bytes do not open with these keys", cause);
    }
}
