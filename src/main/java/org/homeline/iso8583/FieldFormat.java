package org.homeline.iso8583;

import java.util.regex.Pattern;

/**
 * What a field may hold and how long it is, written as the standard writes it: {@code n6}, {@code n..19}, {@code ans...999},
 * {@code x+n8}, {@code b64}. Two dots are a length of two digits before the field, three dots one of three.
 *
 * @param length in digits, characters or, of binary fields, bits; of a field with a length before it, the greatest
 * @param lengthDigits how many digits of length stand before it; 0 where its length is fixed
 */
record FieldFormat(Kind kind, int length, int lengthDigits) {
    /** What the standard calls the attributes of a field. */
    enum Kind {
        /** Digits. */
        NUMERIC,
        /** Letters, digits and special characters, any of them; the standard's narrower kinds are not told apart. */
        TEXT,
        /** {@code C} or {@code D} and digits. */
        SIGNED_AMOUNT,
        /** Bits. */
        BINARY
    }

    private static final Pattern NOTATION = Pattern.compile("(x\\+n|n|b|z|a|an|as|ns|ans|anp|s)(\\.{0,3})([0-9]{1,4})");

    /** @throws IllegalArgumentException where the notation is not the standard's */
    static FieldFormat parse(String notation) {
        var matcher = NOTATION.matcher(notation.replace(" ", ""));
        if (!matcher.matches() || matcher.group(2).length() == 1) {
            throw new IllegalArgumentException(notation);
        }
        var kind = switch (matcher.group(1)) {
            case "n" -> Kind.NUMERIC;
            case "x+n" -> Kind.SIGNED_AMOUNT;
            case "b" -> Kind.BINARY;
            default -> Kind.TEXT;
        };
        var format = new FieldFormat(
                kind, Integer.parseInt(matcher.group(3)), matcher.group(2).length());
        if (format.length < 1 || (format.lengthDigits > 0 && format.size() >= Math.powExact(10, format.lengthDigits))) {
            throw new IllegalArgumentException(notation);
        }
        return format;
    }

    boolean isFixed() {
        return lengthDigits == 0;
    }

    /** Its length, or its greatest, in digits, characters or bytes; without the sign of an amount. */
    int size() {
        return kind == Kind.BINARY ? length / 8 : length;
    }
}
