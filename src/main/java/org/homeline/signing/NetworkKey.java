package org.homeline.signing;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * What may be known of a shared key.
 *
 * @param name of letters, digits, dots and hyphens, 60 at most: {@code demo-bank.kek}, {@code terminal-T0000001.mac}
 * @param checkValue six hexadecimal digits, to compare with the partner's
 * @param since when it became this key
 */
public record NetworkKey(String name, KeyAlgorithm algorithm, String checkValue, Instant since) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.-]{1,60}");

    public NetworkKey {
        if (!isName(name)) {
            throw new IllegalArgumentException("no name of a key");
        }
    }

    /** Whether a key can be called so. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }
}
