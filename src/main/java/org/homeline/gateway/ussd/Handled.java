package org.homeline.gateway.ussd;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.homeline.signing.Keys;

/**
 * What a session has taken so far of a provider's cumulative text, in which all inputs stand joined by {@code *}: only its
 * length and a keyed code, because it holds every PIN that was typed.
 */
record Handled(int length, byte[] code) {
    private static final char SEPARATOR = '*';

    /** What a text is to a session. */
    sealed interface Reading {
        /** What was taken, and one more input behind it. That input may itself hold a {@code *}. */
        record Next(String input) implements Reading {}

        /** What was taken already, an earlier callback that comes late, or one that does not belong here. */
        record NothingNew() implements Reading {}
    }

    static Handled of(Keys keys, String session, String text) {
        return new Handled(text.length(), code(keys, session, text));
    }

    Reading read(Keys keys, String session, String text) {
        if (text.length() <= length) {
            return new Reading.NothingNew();
        }
        var taken = text.substring(0, length);
        if (!MessageDigest.isEqual(code, code(keys, session, taken))) {
            return new Reading.NothingNew();
        }
        if (text.charAt(length) == SEPARATOR) {
            return new Reading.Next(text.substring(length + 1));
        }
        return length == 0 ? new Reading.Next(text) : new Reading.NothingNew();
    }

    private static byte[] code(Keys keys, String session, String text) {
        return keys.code(
                Keys.Use.STEP,
                "cumulative".getBytes(StandardCharsets.UTF_8),
                session.getBytes(StandardCharsets.UTF_8),
                text.getBytes(StandardCharsets.UTF_8));
    }
}
