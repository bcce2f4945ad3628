package org.homeline.simulator.terminal;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Currency;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.homeline.simulator.prompt.Prompt;
import org.homeline.simulator.prompt.Style;
import org.homeline.simulator.prompt.Wrap;
import org.jspecify.annotations.Nullable;

/**
 * What an agent does at a cash terminal, in the terminal. A dealing that gets no answer is asked about once more, and then
 * taken back until that is answered: only then the agent hands out no cash, or gives it back, with a good conscience.
 */
public final class CashTill {
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm z", Locale.ENGLISH);
    private static final String NOT_TAKEN = "The host does not take this terminal (%s).";
    private static final int REVERSALS = 5;
    private static final int KEPT = 10;

    private static final String HELP = """
            in NUMBER AMOUNT         take cash, give value
            out NUMBER CODE AMOUNT   take a customer's code, hand out cash
            float                    what is left, and what you have earned
            last                     the last dealings, as the host has them
            receipts                 the last receipts, printed again
            keys                     ask the host for new keys
            quit                     sign off and close the till""";

    private final CashTerminal terminal;
    private final CashTerminal.Settings settings;
    private final Currency currency;
    private final Prompt prompt;
    private final Clock clock;
    private final Deque<Receipt> receipts = new ArrayDeque<>();

    public CashTill(
            CashTerminal terminal, CashTerminal.Settings settings, Currency currency, Prompt prompt, Clock clock) {
        this.terminal = terminal;
        this.settings = settings;
        this.currency = currency;
        this.prompt = prompt;
        this.clock = clock;
    }

    /**
     * Does what is typed until the till is closed.
     *
     * @return false where the host did not let it open, which was said
     */
    public boolean run() {
        prompt.print("Terminal " + settings.terminal() + " of " + settings.agent() + ". Type help.");
        if (!begin()) {
            return false;
        }
        var line = prompt.read("terminal> ");
        while (line.isPresent() && take(List.of(line.get().strip().split(" +")))) {
            line = prompt.read("terminal> ");
        }
        tell(terminal::signOff);
        return true;
    }

    private boolean begin() {
        var signedOn = tell(terminal::signOn);
        if (signedOn == null) {
            return false;
        }
        if (!signedOn.isApproved()) {
            prompt.print(NOT_TAKEN.formatted(signedOn.code()));
            return false;
        }
        return renew();
    }

    private boolean renew() {
        try {
            var keys = tell(terminal::exchangeKeys);
            if (keys == null) {
                return false;
            }
            if (keys.isApproved()) {
                prompt.print("Signed on, with new keys.");
                return true;
            }
            prompt.print(
                    keys.code().equals(UnsignedAnswerException.REFUSED)
                            ? NOT_TAKEN.formatted(keys.code())
                            : "The host gives no keys (" + keys.code() + "): is this master key imported there?");
        } catch (IllegalArgumentException foreign) {
            prompt.print("The host's keys can't be used: " + foreign.getMessage() + ".");
        }
        return false;
    }

    private boolean take(List<String> words) {
        switch (words.getFirst()) {
            case "quit", "exit" -> {
                return false;
            }
            case "in" -> cashIn(words);
            case "out" -> cashOut(words);
            case "float" -> pin().ifPresent(pin -> show(tell(() -> terminal.ask(terminal.balance(pin)))));
            case "last" -> pin().ifPresent(pin -> show(tell(() -> terminal.ask(terminal.last(pin)))));
            case "receipts" -> receipts.forEach(receipt -> receipt.lines().forEach(prompt::print));
            case "keys" -> renew();
            default -> prompt.print(HELP);
        }
        return true;
    }

    private void cashIn(List<String> words) {
        var minor = words.size() == 3 ? minor(words.get(2)) : Optional.<Long>empty();
        if (minor.isEmpty()) {
            prompt.print(HELP);
            return;
        }
        pin().ifPresent(pin ->
                deal("Cash in", words.get(1), minor.get(), terminal.cashIn(pin, words.get(1), minor.get())));
    }

    private void cashOut(List<String> words) {
        var minor = words.size() == 4 ? minor(words.get(3)) : Optional.<Long>empty();
        if (minor.isEmpty()) {
            prompt.print(HELP);
            return;
        }
        pin().ifPresent(pin -> deal(
                "Cash out", words.get(1), minor.get(), terminal.cashOut(pin, words.get(1), words.get(2), minor.get())));
    }

    /** By the terminal's clock, whose zone stands beside it: an agent's is not the server's. */
    private String at() {
        var zone = clock.getZone().normalized().equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : clock.getZone();
        return AT.format(clock.instant().atZone(zone));
    }

    private void deal(String title, String customer, long minor, Dealing dealing) {
        var answer = settle(dealing);
        if (answer == null) {
            return;
        }
        show(answer);
        if (answer.isApproved()) {
            var receipt = new Receipt(
                    settings.terminal(),
                    settings.agent(),
                    title,
                    currency.getCurrencyCode() + " "
                            + BigDecimal.valueOf(minor, currency.getDefaultFractionDigits())
                                    .toPlainString(),
                    customer,
                    answer,
                    at());
            receipts.addFirst(receipt);
            if (receipts.size() > KEPT) {
                receipts.removeLast();
            }
            receipt.lines().forEach(prompt::print);
        }
    }

    /** Null where it is taken back, or nobody can say. */
    private @Nullable Answer settle(Dealing dealing) {
        try {
            return terminal.ask(dealing);
        } catch (IOException silent) {
            prompt.print("No answer (" + silent.getMessage() + "). Asking once more.");
            if (isOfOldKeys(silent)) {
                renew();
            }
        }
        try {
            return terminal.repeat(dealing);
        } catch (IOException silent) {
            prompt.print("No answer. Taking it back.");
        }
        try {
            show(terminal.reverseUntilAnswered(dealing, REVERSALS));
        } catch (IOException silent) {
            prompt.print("Nobody can say what has become of it. Ask Homeline before any cash changes hands.");
        }
        return null;
    }

    /** A call of the host. */
    private interface Call {
        Answer of() throws IOException;
    }

    private @Nullable Answer tell(Call call) {
        try {
            return call.of();
        } catch (UnsignedAnswerException unsigned) {
            if (unsigned.refusesTerminal()) {
                prompt.print(NOT_TAKEN.formatted(UnsignedAnswerException.REFUSED));
            } else {
                silent(unsigned);
            }
        } catch (NoAnswerException silent) {
            silent(silent);
        } catch (IOException unreached) {
            prompt.print("No connection to the host: " + unreached.getMessage() + ".");
        }
        return null;
    }

    private void silent(NoAnswerException silent) {
        prompt.print("No answer from " + settings.host() + ":" + settings.port() + " (" + silent.getMessage() + ").");
        if (isOfOldKeys(silent)) {
            prompt.print("The keys are old: type keys.");
        }
    }

    private static boolean isOfOldKeys(IOException silent) {
        return silent instanceof UnsignedAnswerException unsigned && unsigned.refusesOurCode();
    }

    private void show(@Nullable Answer answer) {
        if (answer == null) {
            return;
        }
        var style = answer.isApproved() ? Style.GREEN : Style.RED;
        var said = answer.said().isEmpty() ? "" : " " + answer.said();
        Wrap.at(Receipt.WIDTH, answer.code() + said)
                .forEach(line -> prompt.print(style.of(line, prompt.isInteractive())));
        answer.lines().lines().forEach(prompt::print);
    }

    private Optional<String> pin() {
        return prompt.readSecret("PIN (Enter ends)> ").map(String::strip).filter(typed -> {
            boolean good = typed.matches("[0-9]{4,12}");
            if (!good) {
                prompt.print("Nothing was done.");
            }
            return good;
        });
    }

    private Optional<Long> minor(String written) {
        try {
            return Optional.of(new BigDecimal(written)
                            .movePointRight(currency.getDefaultFractionDigits())
                            .longValueExact())
                    .filter(minor -> minor > 0);
        } catch (ArithmeticException | NumberFormatException none) {
            prompt.print("'" + written + "' is no amount of " + currency.getCurrencyCode() + ".");
            return Optional.empty();
        }
    }
}
