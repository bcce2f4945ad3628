package org.homeline;

import java.util.Map;
import java.util.Optional;
import org.homeline.api.OperatorAnswer;
import org.homeline.operation.Refused;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What an operator can do about an answer that is not the wanted one, with what was typed. */
final class Mends {
    private static final String PHONE = "phone";
    private static final String WITH_COUNTRY =
            "a number is written with its country's code, as +254712345678 (Kenya) or +16175550123 (United States)";

    private Mends() {}

    /** Empty where the answer's own name and values say enough. */
    static Optional<String> say(OperatorAnswer answer, Map<String, String> typed) {
        var phone = typed.getOrDefault(PHONE, "");
        return Optional.ofNullable(
                switch (answer.outcome()) {
                    case "BadNumber" -> "'" + phone + "' is no phone number: " + WITH_COUNTRY;
                    case "UnknownCustomer" -> nobody(phone, "customer", "they register by dialling or by texting JOIN");
                    case "UnknownAgent" -> nobody(phone, "agent", "see ./homeline agent list");
                    case "AlreadyThere" ->
                        OutcomePrinter.text(answer.values(), PHONE) + " is an agent already: "
                                + OutcomePrinter.text(answer.values(), "name");
                    case "BadAmount" -> badAmount(typed, OutcomePrinter.text(answer.values(), "currency"));
                    case "BadName" ->
                        "'" + typed.getOrDefault("name", "") + "' can't be a name: it has 2 to 40 letters, with spaces,"
                                + " hyphens, dots and apostrophes between them";
                    case "NoService" ->
                        "numbers of " + OutcomePrinter.text(answer.values(), "country")
                                + " are not served: countries.yaml in the configuration folder has no such country";
                    case "UnknownTier" ->
                        "there is no tier '" + typed.getOrDefault("tier", "") + "' in limits.yaml, which has "
                                + OutcomePrinter.text(answer.values(), "tiers");
                    case "UnknownCurrency" ->
                        "nobody deals in " + OutcomePrinter.text(answer.values(), "currency")
                                + " here: countries.yaml and treasury.yaml have "
                                + OutcomePrinter.text(answer.values(), "known");
                    case "BadKeyName" ->
                        "'" + typed.getOrDefault("name", "") + "' can't name a key: it has letters, digits, dots and"
                                + " hyphens, 60 at most, as demo-bank.kek";
                    case "UnknownAlgorithm" ->
                        "'" + typed.getOrDefault("algorithm", "") + "' is no algorithm of a key: give aes or tdes";
                    case "BadComponents" ->
                        typed.getOrDefault("components", "the file") + " makes no key: "
                                + OutcomePrinter.text(answer.values(), "why");
                    case "UnknownKey" ->
                        "there is no key '" + typed.getOrDefault("name", "") + "': see ./homeline key list";
                    case "AlreadyBlocked" -> OutcomePrinter.text(answer.values(), "name") + " was blocked already";
                    case "UnknownTerminal" ->
                        "there is no terminal " + OutcomePrinter.text(answer.values(), "terminal")
                                + ": see ./homeline terminal list";
                    case "TerminalIsThere" ->
                        "terminal " + OutcomePrinter.text(answer.values(), "terminal") + " was added before";
                    case "BadTerminal" ->
                        "'" + OutcomePrinter.text(answer.values(), "terminal")
                                + "' can't be a terminal: it is eight capitals and digits, as T0000001";
                    case "TerminalWasBlocked" ->
                        "terminal " + OutcomePrinter.text(answer.values(), "terminal") + " was blocked already";
                    case "TerminalWasActive" ->
                        "terminal " + OutcomePrinter.text(answer.values(), "terminal") + " was not blocked";
                    case "NothingStuck" ->
                        "nothing of reference " + OutcomePrinter.text(answer.values(), "reference")
                                + " waits: see ./homeline terminal reversals";
                    case "NotBlocked" ->
                        OutcomePrinter.text(answer.values(), "name") + " was not blocked, nor was the PIN locked";
                    case "Refused" -> refused(OutcomePrinter.text(answer.values(), "reason"));
                    case "FileIsThereAlready" ->
                        OutcomePrinter.text(answer.values(), "file")
                                + " is there already, and a backup never writes over another: give another name";
                    case "FileCouldNotBeWritten" ->
                        "the backup can't be written: " + OutcomePrinter.text(answer.values(), "why");
                    default -> SettlementMends.say(answer, typed);
                });
    }

    /** Only what is said to phones in words that are not an operator's. */
    private static @Nullable String refused(String reason) {
        return reason.equals(Refused.KEY_REUSED)
                ? "that key was used for another command, and nothing was done now: give another with --key, or none"
                : null;
    }

    private static String nobody(String phone, String who, String more) {
        return phone.startsWith("+")
                ? "no " + who + " has the number " + phone + ": " + more
                : "no " + who + " has the number '" + phone + "': " + WITH_COUNTRY;
    }

    private static String badAmount(Map<String, String> typed, String currency) {
        var amount = typed.getOrDefault("amount", "");
        if (amount.startsWith("-")) {
            return "an amount has no sign: what takes float back is ./homeline agent take-float";
        }
        var example = CurrencyUnit.of(currency).getDecimalPlaces() == 0 ? "10123" : "10123 or 10123.50";
        return "'" + amount + "' is no amount of " + currency
                + " that can be read in one way only: write it in plain digits, as " + example;
    }
}
