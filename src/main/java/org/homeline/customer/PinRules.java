package org.homeline.customer;

import java.util.stream.IntStream;
import org.homeline.operation.Pin;
import org.homeline.phone.PhoneNumber;

/** Which PINs are too easy to guess. ISO 9564-1 allows 4 to 12 digits; a phone's keypad makes 4 to 6 practical. */
final class PinRules {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 6;

    private PinRules() {}

    static boolean isWeak(Pin pin, PhoneNumber phone) {
        var digits = pin.digits();
        return !digits.matches("[0-9]{" + SHORTEST + "," + LONGEST + "}")
                || repeats(digits)
                || runs(digits, 1)
                || runs(digits, -1)
                || digits.matches("(19|20)[0-9]{2}")
                || phone.e164().contains(digits);
    }

    /** One part over and over: 1111, 1212, 123123. */
    private static boolean repeats(String digits) {
        return IntStream.rangeClosed(1, digits.length() / 2)
                .filter(length -> digits.length() % length == 0)
                .anyMatch(length -> digits.substring(0, length)
                        .repeat(digits.length() / length)
                        .equals(digits));
    }

    private static boolean runs(String digits, int step) {
        return IntStream.range(1, digits.length())
                .allMatch(i -> (digits.charAt(i) - digits.charAt(i - 1) - step) % 10 == 0);
    }
}
