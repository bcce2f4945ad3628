package org.homeline.iso8583;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * A message as it came.
 *
 * @param packed its bytes without length and header, over which its code was computed
 */
public record Received(Dialect dialect, Message message, byte[] packed) {
    /** Whether its last field is the code of all bytes before it. */
    public boolean isAuthentic(UnaryOperator<byte[]> code) {
        return dialect.isAuthentic(packed, message, code);
    }

    /** For logs, what is secret masked. */
    public String description() {
        return dialect.describe(message);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Received it && message.equals(it.message) && Arrays.equals(packed, it.packed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }

    @Override
    public String toString() {
        return "Received[" + message + "]";
    }
}
