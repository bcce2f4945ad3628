package org.homeline.simulator.bank;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be asked of the bank, or made to befall it, in words: each is answered in words. */
final class Enquiries {
    private static final String HELP = """
            accounts             who has what
            statement NUMBER     what came and went on an account
            totals [DAY]         what a business day came to, as 2026-03-02; the newest without
            items [DAY]          write the day's item file
            return RRN           undo what was booked, by its retrieval reference number; or the newest on an account
            faults               what is still to come
            FAULT [TYPE] [xN]    as drop-answer 0200, decline:51 0200 x3, delay:5s 042x
            heal                 end all faults; what was held back goes out
            sign-off             forget that Homeline has signed on
            quit                 close the bank""";

    private final BankSimulator bank;
    private final Path folder;

    /** @param folder for item files */
    Enquiries(BankSimulator bank, Path folder) {
        this.bank = bank;
        this.folder = folder;
    }

    /** @throws IllegalArgumentException with how it is written */
    String answer(String typed) {
        var words = List.of(typed.strip().split("\\s+"));
        var argument = words.size() > 1 ? Optional.of(words.get(1)) : Optional.<String>empty();
        return switch (words.getFirst()) {
            case "help" -> HELP + "\nFaults: " + Fault.words();
            case "accounts" -> bank.accounts().stream().map(Enquiries::line).collect(Collectors.joining("\n"));
            case "statement" -> statement(argument.orElse(""));
            case "totals" -> totals(day(argument));
            case "items" -> bank.writeItems(folder, day(argument)).toString();
            case "return" -> bank.sendBack(argument.orElse(""));
            case "faults" -> faults();
            case "heal" -> {
                bank.heal();
                yield "healed";
            }
            case "sign-off" -> {
                bank.signOff();
                yield "signed off";
            }
            default -> {
                var fault = Fault.parse(typed);
                bank.fault(fault);
                yield "to come: " + fault;
            }
        };
    }

    private LocalDate day(Optional<String> typed) {
        try {
            return typed.map(LocalDate::parse).orElseGet(bank::businessDay);
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

    private String statement(String number) {
        var account = bank.accounts().stream()
                .filter(held -> held.number().equals(number))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no account has the number " + number));
        return bank.statement(number).stream()
                .map(line -> "%s %18s %18s  %s"
                        .formatted(
                                line.day(),
                                money(line.amountMinor(), account.currency()),
                                money(line.balanceMinor(), account.currency()),
                                line.text()))
                .collect(Collectors.joining("\n"));
    }

    private String totals(LocalDate day) {
        return bank.accounts().stream()
                .map(BankAccount::currency)
                .distinct()
                .map(currency -> totals(day, currency))
                .collect(Collectors.joining("\n"));
    }

    private String totals(LocalDate day, Currency currency) {
        var totals = bank.totals(day, currency);
        return "%s %s: credits %s, reversed %s; debits %s, reversed %s; the bank owes Homeline %s"
                .formatted(
                        day,
                        currency,
                        sum(totals.credits(), currency),
                        sum(totals.creditReversals(), currency),
                        sum(totals.debits(), currency),
                        sum(totals.debitReversals(), currency),
                        money(bank.position(currency), currency));
    }

    private static String sum(Totals.Sum sum, Currency currency) {
        return sum.number() + " of " + money(sum.amountMinor(), currency);
    }

    private String faults() {
        var waiting = bank.faults();
        return waiting.isEmpty()
                ? "none"
                : waiting.stream().map(Fault::toString).collect(Collectors.joining("\n"));
    }

    private static String money(long minor, Currency currency) {
        return currency + " "
                + BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
    }
}
