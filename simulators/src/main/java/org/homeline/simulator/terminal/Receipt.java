package org.homeline.simulator.terminal;

import java.util.List;
import java.util.Locale;

/**
 * What the terminal prints for the customer.
 *
 * @param title what was done
 * @param amount as it is written for people
 * @param at when, by the terminal's clock
 */
record Receipt(String terminal, String agent, String title, String amount, String customer, Answer answer, String at) {
    static final int WIDTH = 40;

    List<String> lines() {
        var rule = "-".repeat(WIDTH);
        return List.of(
                rule,
                centred(title.toUpperCase(Locale.ROOT)),
                centred(amount),
                rule,
                both("Customer", masked(customer)),
                both("Agent", agent),
                both("Terminal", terminal),
                both("Date", at),
                both("Approval", answer.approval()),
                rule,
                centred("Keep this receipt"),
                rule);
    }

    /** The customer knows the number; who finds the receipt shall not. */
    private static String masked(String number) {
        int shown = Math.max(0, number.length() - 4);
        return "*".repeat(shown) + number.substring(shown);
    }

    private static String both(String left, String right) {
        return left + " ".repeat(Math.max(1, WIDTH - left.length() - right.length())) + right;
    }

    private static String centred(String text) {
        return " ".repeat(Math.max(0, (WIDTH - text.length()) / 2)) + text;
    }
}
