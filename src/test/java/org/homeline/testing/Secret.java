package org.homeline.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What must be nowhere in clear: looked for as it is, URL-encoded, in hexadecimal and in base64.
 *
 * @param name what it is
 * @param bytes what it says
 */
public record Secret(String name, byte[] bytes) {
    private static final int BASE64_BITS = 6;
    private static final int BASE64_BYTES = 3;
    private static final int AROUND = 100;

    public static Secret of(String name, String text) {
        return new Secret(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Where it first stands, and in which form; bytes are given as ISO 8859-1. */
    public Optional<String> in(String text) {
        for (var form : forms().entrySet()) {
            for (int at = text.indexOf(form.getValue()); at >= 0; at = text.indexOf(form.getValue(), at + 1)) {
                int end = at + form.getValue().length();
                if (!isDigits(form.getValue()) || standsAlone(text, at, end)) {
                    var around = text.substring(Math.max(0, at - AROUND), Math.min(text.length(), end + AROUND));
                    return Optional.of(name + " " + form.getKey() + ": ..." + around + "...");
                }
            }
        }
        return Optional.empty();
    }

    /** By what they are called. */
    Map<String, String> forms() {
        var forms = new LinkedHashMap<String, String>();
        var plain = new String(bytes, StandardCharsets.ISO_8859_1);
        forms.put("as it is", plain);
        forms.put("URL-encoded", URLEncoder.encode(plain, StandardCharsets.ISO_8859_1));
        forms.put("in hexadecimal", HexFormat.of().formatHex(bytes));
        forms.put("in capital hexadecimal", HexFormat.of().withUpperCase().formatHex(bytes));
        for (int before = 0; before < BASE64_BYTES; before++) {
            forms.put("in base64 behind " + before, base64(Base64.getEncoder(), before));
            forms.put("in URL-safe base64 behind " + before, base64(Base64.getUrlEncoder(), before));
        }
        return forms;
    }

    /** The characters that hold nothing but the secret's bits, wherever it stands in what was encoded. */
    private String base64(Base64.Encoder encoder, int before) {
        var padded = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, padded, before, bytes.length);
        int first = Math.ceilDiv(before * Byte.SIZE, BASE64_BITS);
        int last = padded.length * Byte.SIZE / BASE64_BITS;
        return encoder.withoutPadding().encodeToString(padded).substring(first, last);
    }

    private boolean isDigits(String form) {
        return form.length() == bytes.length && form.chars().allMatch(Character::isDigit);
    }

    /** Not within a longer number, a hash or the fraction of a second, where any six digits come up by chance. */
    private static boolean standsAlone(String text, int start, int end) {
        boolean star = text.regionMatches(true, start - 3, "%2a", 0, 3);
        boolean before = start == 0 || star || "0123456789abcdef.".indexOf(text.charAt(start - 1)) < 0;
        return before && (end == text.length() || "0123456789abcdef".indexOf(text.charAt(end)) < 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && name.equals(secret.name) && Arrays.equals(bytes, secret.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return name;
    }
}
