package org.homeline.simulator.bank;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;

/** A message in one line: no key, no code, no text that only the holder of an account should read, no whole account. */
final class MessageLine {
    private static final Map<String, String> NETWORK =
            Map.of("001", "sign-on", "002", "sign-off", "101", "key exchange", "301", "echo");
    private static final Map<String, String> RESULTS = Map.ofEntries(
            Map.entry(Decision.APPROVED, "approved"),
            Map.entry(Decision.INVALID, "invalid"),
            Map.entry(Decision.NO_ACCOUNT, "no such account"),
            Map.entry(Decision.FORMAT, "format"),
            Map.entry(Decision.NOT_ENOUGH, "not enough"),
            Map.entry(Decision.NOT_PERMITTED, "not permitted"),
            Map.entry(Decision.CLOSED, "account closed"),
            Map.entry(Decision.SECURITY, "security violation"),
            Map.entry(Decision.NOT_SIGNED_ON, "not signed on"),
            Map.entry(Decision.DUPLICATE, "duplicate"));

    private MessageLine() {}

    static String of(ISOMsg message) {
        var line = new StringBuilder(type(message)).append(' ').append(name(message));
        amount(message).ifPresent(amount -> line.append(' ').append(amount));
        text(message, 102).ifPresent(from -> line.append(" from ").append(BankAccount.masked(from)));
        text(message, 103).ifPresent(to -> line.append(" to ").append(BankAccount.masked(to)));
        text(message, 11).ifPresent(stan -> line.append(" stan ").append(stan));
        text(message, 37).ifPresent(number -> line.append(" rrn ").append(number));
        text(message, 15).ifPresent(day -> line.append(" day ").append(day));
        text(message, 66).ifPresent(code -> line.append(code.equals("1") ? " in balance" : " out of balance"));
        text(message, 39)
                .ifPresent(code -> line.append(": ").append(code).append(' ').append(RESULTS.getOrDefault(code, "")));
        // Whatever a field holds, it stays one line.
        return line.toString().replaceAll("\\p{Cntrl}", "?").strip();
    }

    static String type(ISOMsg message) {
        try {
            return message.hasMTI() ? message.getMTI() : "----";
        } catch (ISOException none) {
            throw new IllegalStateException("a type that is there", none);
        }
    }

    private static String name(ISOMsg message) {
        var type = type(message);
        return switch (type.substring(1, Math.min(3, type.length()))) {
            case "20", "21" -> kind(message);
            case "22", "23" -> kind(message) + " advice";
            case "42", "43" -> "reversal of " + kind(message);
            case "52", "53" -> "reconciliation";
            case "80", "81" -> NETWORK.getOrDefault(text(message, 70).orElse(""), "network");
            default -> "unknown";
        };
    }

    private static String kind(ISOMsg message) {
        var code = text(message, 3).orElse("");
        if (code.startsWith("10")) {
            return "debit";
        }
        return code.startsWith("2") ? "credit" : "instruction";
    }

    private static Optional<String> amount(ISOMsg message) {
        return text(message, 4)
                .filter(digits -> digits.matches("[0-9]{1,12}"))
                .flatMap(digits -> Fields.currency(text(message, 49).orElse(""))
                        .map(currency -> currency + " "
                                + BigDecimal.valueOf(Long.parseLong(digits), currency.getDefaultFractionDigits())
                                        .toPlainString()));
    }

    private static Optional<String> text(ISOMsg message, int field) {
        return Optional.ofNullable(message.getString(field));
    }
}
