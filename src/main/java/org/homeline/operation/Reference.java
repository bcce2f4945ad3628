package org.homeline.operation;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The short name of a transaction that people read out, write on paper and type back: eight characters from an alphabet
 * without vowels (no words) and without look-alikes (0 O, 1 I L, 2 Z, 5 S, 8 B are never both in it); the last one checks
 * the others (Luhn mod N), so that one wrong character or two swapped neighbours are noticed.
 *
 * @param text as it is printed
 */
public record Reference(String text) {
    private static final String ALPHABET = "23456789CDFGHJKMNPQRTVWX";
    private static final int LENGTH = 8;

    /** Never digits alone, which people would take for a code or an amount. */
    static Reference fresh(RandomGenerator random) {
        var body = new StringBuilder(LENGTH);
        do {
            body.setLength(0);
            for (int i = 1; i < LENGTH; i++) {
                body.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
        } while (body.chars().allMatch(Character::isDigit));
        return new Reference(body.append(check(body)).toString());
    }

    /** What somebody typed, in any case and with spaces or dashes; empty where it can't be a reference. */
    public static Optional<Reference> read(String typed) {
        var text = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return text.length() == LENGTH
                        && text.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0)
                        && check(text.substring(0, LENGTH - 1)) == text.charAt(LENGTH - 1)
                ? Optional.of(new Reference(text))
                : Optional.empty();
    }

    private static char check(CharSequence body) {
        int factor = 2;
        int sum = 0;
        for (int i = body.length() - 1; i >= 0; i--) {
            int product = factor * ALPHABET.indexOf(body.charAt(i));
            sum += product / ALPHABET.length() + product % ALPHABET.length();
            factor = 3 - factor;
        }
        return ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
    }

    @Override
    public String toString() {
        return text;
    }
}
