package org.homeline.simulator.bank;

import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An account that somebody has at the bank.
 *
 * @param balanceMinor what is on it; below zero only where a credit was reversed that was gone already
 * @param open whether anything may be booked on it
 * @param debitable whether Homeline may take money from it
 */
public record BankAccount(
        String number, String holder, Currency currency, long balanceMinor, boolean open, boolean debitable) {
    /** Field 102 has 28 characters at most. */
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z]{1,28}");

    private static final int LEAST_PARTS = 2;
    private static final int SHOWN = 4;

    public BankAccount {
        if (!NUMBER.matcher(number).matches()) {
            throw new IllegalArgumentException("an account's number has 1 to 28 digits and letters");
        }
    }

    /** One that is open and may be debited. */
    public static BankAccount of(String number, String holder, String currency, long balanceMinor) {
        return new BankAccount(number, holder, Currency.getInstance(currency), balanceMinor, true, true);
    }

    /** What the bank has where nobody says otherwise: one account for each answer about accounts. */
    public static List<BankAccount> examples() {
        return List.of(
                of("0123456789", "Wanjiku Kamau", "KES", 5_000_000),
                of("0123456790", "Otieno Odhiambo", "KES", 10_000),
                parse("0123456791=KES:2500000:Achieng Closed:closed"),
                parse("0123456792=KES:2500000:Savings Only:no-debit"),
                of("4412345678", "Grace Njeri", "USD", 250_000),
                of("9988776655", "Rosa Jimenez", "MXN", 1_500_000));
    }

    /**
     * Reads {@code NUMBER=CURRENCY:MINOR:HOLDER}, with {@code :closed} or {@code :no-debit} behind.
     *
     * @throws IllegalArgumentException with an example where it is something else
     */
    static BankAccount parse(String text) {
        var sides = text.split("=", 2);
        var parts = List.of(sides[sides.length - 1].split(":"));
        if (sides.length < 2 || parts.size() < LEAST_PARTS || !parts.get(1).matches("[0-9]{1,15}")) {
            throw unreadable(text);
        }
        var marks = parts.subList(Math.min(3, parts.size()), parts.size());
        if (!List.of("closed", "no-debit").containsAll(marks)) {
            throw unreadable(text);
        }
        try {
            return new BankAccount(
                    sides[0].strip(),
                    parts.size() > LEAST_PARTS ? parts.get(2) : "",
                    Currency.getInstance(parts.get(0)),
                    Long.parseLong(parts.get(1)),
                    !marks.contains("closed"),
                    !marks.contains("no-debit"));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(unreadable(text).getMessage(), unknown);
        }
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException(
                "write an account as 0123456789=KES:500000:Wanjiku, with :closed or :no-debit behind, not " + text);
    }

    /** Only the last four, as on a receipt. */
    static String masked(String number) {
        int hidden = Math.max(0, number.length() - SHOWN);
        return "*".repeat(hidden) + number.substring(hidden);
    }

    BankAccount withBalance(long minor) {
        return new BankAccount(number, holder, currency, minor, open, debitable);
    }
}
