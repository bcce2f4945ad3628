package org.homeline.simulator.bank;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.homeline.simulator.prompt.Prompt;

/** The bank's desk: what is typed there is looked up, or befalls the messages that come. */
final class Desk {
    private static final String HELP = """
            accounts             who has what
            statement NUMBER     what came and went on an account
            totals [DAY]         what a business day came to, as 2026-03-02; today's without
            items [DAY]          write the day's item file
            faults               what is still to come
            FAULT [TYPE] [xN]    as drop-answer 0200, decline:51 0200 x3, delay:5s 042x
            heal                 end all faults; what was held back goes out
            sign-off             forget that Homeline has signed on
            quit                 close the bank""";

    private final BankSimulator bank;
    private final Path folder;
    private final Prompt prompt;

    /** @param folder for item files */
    Desk(BankSimulator bank, Path folder, Prompt prompt) {
        this.bank = bank;
        this.folder = folder;
        this.prompt = prompt;
    }

    /** Does what is typed. Answers whether that ended by quit, not by the end of the input. */
    boolean run() {
        var line = prompt.read("bank> ");
        while (line.isPresent()) {
            var typed = line.get().strip();
            if (typed.equals("quit") || typed.equals("exit")) {
                return true;
            }
            if (!typed.isEmpty()) {
                take(typed);
            }
            line = prompt.read("bank> ");
        }
        return false;
    }

    private void take(String typed) {
        var words = List.of(typed.split("\\s+"));
        var argument = words.size() > 1 ? Optional.of(words.get(1)) : Optional.<String>empty();
        try {
            switch (words.getFirst()) {
                case "help" -> prompt.print(HELP + "\nFaults: " + Fault.words());
                case "accounts" -> bank.accounts().forEach(account -> prompt.print(line(account)));
                case "statement" -> statement(argument.orElse(""));
                case "totals" -> totals(day(argument));
                case "items" ->
                    prompt.print(bank.writeItems(folder, day(argument)).toString());
                case "faults" -> faults();
                case "heal" -> bank.heal();
                case "sign-off" -> bank.signOff();
                default -> {
                    var fault = Fault.parse(typed);
                    bank.fault(fault);
                    prompt.print("to come: " + fault);
                }
            }
        } catch (IllegalArgumentException | UncheckedIOException refused) {
            prompt.print(refused.getMessage() + ". Type help.");
        }
    }

    private LocalDate day(Optional<String> typed) {
        try {
            return typed.map(LocalDate::parse).orElseGet(bank::today);
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException("write a day as 2026-03-02, not " + typed.orElse(""), unreadable);
        }
    }

    private static String line(BankAccount account) {
        return "%-12s %18s  %s%s%s"
                .formatted(
                        account.number(),
                        money(account.balanceMinor(), account.currency()),
                        account.holder(),
                        account.open() ? "" : ", closed",
                        account.debitable() ? "" : ", no debits");
    }

    private void statement(String number) {
        var account = bank.accounts().stream()
                .filter(held -> held.number().equals(number))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no account has the number " + number));
        bank.statement(number)
                .forEach(line -> prompt.print("%s %18s %18s  %s"
                        .formatted(
                                line.day(),
                                money(line.amountMinor(), account.currency()),
                                money(line.balanceMinor(), account.currency()),
                                line.text())));
    }

    private void totals(LocalDate day) {
        bank.accounts().stream().map(BankAccount::currency).distinct().forEach(currency -> {
            var totals = bank.totals(day, currency);
            prompt.print("%s %s: credits %s, reversed %s; debits %s, reversed %s; the bank owes Homeline %s"
                    .formatted(
                            day,
                            currency,
                            sum(totals.credits(), currency),
                            sum(totals.creditReversals(), currency),
                            sum(totals.debits(), currency),
                            sum(totals.debitReversals(), currency),
                            money(bank.position(currency), currency)));
        });
    }

    private static String sum(Totals.Sum sum, Currency currency) {
        return sum.number() + " of " + money(sum.amountMinor(), currency);
    }

    private void faults() {
        var waiting = bank.faults();
        if (waiting.isEmpty()) {
            prompt.print("none");
        }
        waiting.forEach(fault -> prompt.print(fault.toString()));
    }

    private static String money(long minor, Currency currency) {
        return currency + " "
                + BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
    }
}
