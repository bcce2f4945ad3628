package org.homeline;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.homeline.money.Money;
import org.homeline.money.WrittenAmount;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * An input of an operation, as an argument of its command.
 *
 * @param option what it is called on the command line, where it stands behind its name
 */
record OperatorInput(String name, Shape shape, String option) {
    private static final Pattern WITH_CURRENCY =
            Pattern.compile("([A-Z]{3}|) ?([0-9]{1,15}(?:\\.[0-9]{1,4})?) ?([A-Z]{3}|)");

    /** How an argument becomes an input. */
    enum Shape {
        WORD,
        /** Everything that is left, with spaces between. */
        WORDS,
        /** The same, or nothing. */
        MAYBE_WORDS,
        /** Behind its own name: {@code --reason "passport seen"}. */
        OPTION,
        /** A word behind its own name: {@code --algorithm aes}. */
        CHOICE,
        /** The same, or nothing. */
        MAYBE_CHOICE,
        /** A file behind its own name, its owner's alone, whose lines are the input: a secret is on no command line. */
        SECRET_FILE,
        /** An amount as written, read by the operation in the currency that it knows. */
        AMOUNT,
        /** An amount with its currency: {@code KES1000} or {@code 1000.50USD}. */
        MONEY;

        Object read(String text) {
            return switch (this) {
                case WORD, WORDS, MAYBE_WORDS, CHOICE, MAYBE_CHOICE -> text;
                case OPTION -> said(text);
                case SECRET_FILE -> lines(text);
                case AMOUNT -> Map.of("text", text);
                case MONEY -> json(money(text));
            };
        }

        boolean isOption() {
            return this == OPTION || this == CHOICE || this == MAYBE_CHOICE || this == SECRET_FILE;
        }

        boolean isOptional() {
            return this == MAYBE_WORDS || this == MAYBE_CHOICE;
        }

        private static List<String> lines(String file) {
            try {
                return PrivateFile.secretLines(Path.of(file));
            } catch (InvalidPathException | IOException unreadable) {
                throw new CannotStartException(
                        "the file can't be read: "
                                + (unreadable instanceof IOException failed
                                        ? Failures.why(failed)
                                        : unreadable.getMessage()),
                        unreadable);
            }
        }

        private static String said(String text) {
            if (text.isBlank()) {
                throw new CannotStartException("say why, in words: it is written into the books");
            }
            return text;
        }

        private static Map<String, Object> json(Money money) {
            return Map.of("minor", money.minor(), "currency", money.currency().getCode());
        }

        private static Money money(String text) {
            var matcher = WITH_CURRENCY.matcher(text.toUpperCase(Locale.ROOT));
            if (!matcher.matches()) {
                throw noMoney(text, null);
            }
            try {
                var currency = CurrencyUnit.of(matcher.group(1) + matcher.group(3));
                var money = new WrittenAmount(matcher.group(2)).plain(currency).orElseThrow(() -> noMoney(text, null));
                if (!money.isPositive()) {
                    throw new CannotStartException("'" + text + "' is nothing: write an amount above zero");
                }
                return money;
            } catch (IllegalArgumentException | ArithmeticException unknown) {
                throw noMoney(text, unknown);
            }
        }

        private static CannotStartException noMoney(String text, @Nullable Throwable cause) {
            return new CannotStartException(
                    "'" + text + "' is no amount with its currency: write it as KES1000 or 1000.50USD", cause);
        }
    }

    OperatorInput(String name, Shape shape) {
        this(name, shape, name);
    }

    /** For the command's help. */
    String description() {
        return switch (shape) {
            case AMOUNT -> "in plain digits, as 10123 or 10123.50";
            case MONEY -> "with its currency, as KES1000 or 1000.50USD";
            case MAYBE_WORDS -> "what shows why, such as a bank's reference";
            case OPTION -> "what is written into the books beside it";
            case CHOICE ->
                name.equals("as")
                        ? "settle, give-back, return, write-off, suspense, unclaimed or accept (nothing moves, and what was moved comes back)"
                        : "aes, or tdes for partners who have nothing newer";
            case MAYBE_CHOICE ->
                name.equals("gap")
                        ? "what moves, as the proposal says it, wherever anything does: -12.34USD"
                        : "which one the bank has undone: its id, retrieval reference or the customer's reference";
            case SECRET_FILE -> "a file of mode 0600 with a line for each custodian's component, in hexadecimal";
            case WORD, WORDS ->
                switch (name) {
                    case "phone" -> "with its country's code, as +254712345678";
                    case "partner" -> "the bank, as its file is called";
                    case "id" -> "as ./homeline settlement exceptions or instructions show it";
                    case "terminal" -> "eight capitals and digits, as T0000001";
                    case "reference" -> "of the dealing";
                    case "tier" -> "one of those in limits.yaml";
                    case "name" -> shape == Shape.WORD ? "of the key, as demo-bank.kek" : "in letters";
                    default -> "in letters";
                };
        };
    }
}
