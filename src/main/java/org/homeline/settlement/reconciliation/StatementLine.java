package org.homeline.settlement.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.homeline.money.Money;

/**
 * A booked line of a bank statement.
 *
 * @param statement whose line it is
 * @param entry what the bank knows the line by within it
 * @param minor in minor units: positive where money came in, negative where it left
 * @param reference the payment's; empty where the bank gives none
 * @param text what stands beside it
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record StatementLine(
        String statement, String entry, LocalDate booked, long minor, String currency, String reference, String text) {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TEXT = 140;

    public StatementLine {
        statement = cut(statement, LONGEST_NAME);
        entry = cut(entry, LONGEST_NAME);
        reference = cut(reference, LONGEST_TEXT);
        text = cut(text, LONGEST_TEXT);
    }

    /** As a bank says it: an amount and which way it went. */
    static StatementLine of(
            String statement, String entry, LocalDate booked, Money amount, boolean in, String reference, String text) {
        return new StatementLine(
                statement,
                entry,
                booked,
                in ? amount.minor() : -amount.minor(),
                amount.currency().getCode(),
                reference,
                text);
    }

    Money amount() {
        return Money.of(minor, currency);
    }

    /** The same for the same line of the same statement, however often it comes. */
    UUID id(String partner) {
        return UUID.nameUUIDFromBytes(
                String.join("\n", "statement line", partner, statement, entry).getBytes(StandardCharsets.UTF_8));
    }

    boolean mentions(String paymentReference) {
        var wanted = paymentReference.toUpperCase(Locale.ROOT);
        return reference.toUpperCase(Locale.ROOT).contains(wanted)
                || text.toUpperCase(Locale.ROOT).contains(wanted);
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(longest, text.length()));
    }
}
