package org.homeline.operation;

import java.nio.charset.StandardCharsets;

/**
 * A PIN as it was typed, on its way to being checked: never in a row, a hash, a key, a log or an error.
 */
public final class Pin {
    private final String digits;

    public Pin(String digits) {
        this.digits = digits;
    }

    public String digits() {
        return digits;
    }

    public byte[] bytes() {
        return digits.getBytes(StandardCharsets.UTF_8);
    }

    /** Says nothing, also in a log. */
    @Override
    public String toString() {
        return "****";
    }
}
