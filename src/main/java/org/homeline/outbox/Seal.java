package org.homeline.outbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.homeline.signing.Keys;

/** Texts at rest: sealed, each for its own message. */
final class Seal {
    private static final int ID_BYTES = 16;

    private Seal() {}

    static byte[] seal(Keys keys, UUID message, String text) {
        return keys.seal(text.getBytes(StandardCharsets.UTF_8), context(message));
    }

    static String open(Keys keys, UUID message, byte[] sealed) {
        return new String(keys.open(sealed, context(message)), StandardCharsets.UTF_8);
    }

    private static byte[] context(UUID message) {
        return ByteBuffer.allocate(ID_BYTES)
                .putLong(message.getMostSignificantBits())
                .putLong(message.getLeastSignificantBits())
                .array();
    }
}
