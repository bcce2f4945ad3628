package org.homeline.settlement.reconciliation;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.homeline.money.Money;
import org.joda.money.CurrencyUnit;

/**
 * A bank statement as a bank gives it: ISO 20022 camt.053, or comma-separated with the header {@value #HEADER}, in which
 * direction is {@code in} or {@code out}.
 */
public final class StatementFile {
    static final String HEADER = "date,amount,currency,direction,reference,text";
    /** More than a month of a busy account. */
    public static final int MOST_BYTES = 16 * 1024 * 1024;

    private static final BigDecimal EXAMPLE = BigDecimal.valueOf(1000);

    private StatementFile() {}

    /** The booked lines in their order; what is only announced is left out. */
    public static List<StatementLine> read(String text) throws UnreadableFileException {
        return read(text, currency -> true);
    }

    /** @param kept whether the bank keeps an account in the currency, so that a line of its statement can be in it */
    public static List<StatementLine> read(String text, Predicate<String> kept) throws UnreadableFileException {
        if (!text.stripLeading().startsWith("<") && !text.startsWith("\uFEFF<")) {
            return csv(text, kept);
        }
        var lines = Camt053.read(text);
        for (var line : lines) {
            if (!kept.test(line.currency())) {
                throw new UnreadableFileException(
                        "entry of " + line.booked() + " over " + line.amount() + ": " + notKept(line.currency()));
            }
        }
        return lines;
    }

    /**
     * A line has no name of its own there: it is known by all that it says, and by which it is of those that say the same, so
     * that files which overlap do no harm.
     */
    private static List<StatementLine> csv(String text, Predicate<String> kept) throws UnreadableFileException {
        var lines = new ArrayList<StatementLine>();
        Map<List<String>, Integer> alike = new HashMap<>();
        for (var line : Csv.read(text, HEADER)) {
            var amount = amount(line, kept);
            lines.add(StatementLine.of(
                    "comma-separated",
                    name(said(line, amount), alike),
                    day(line),
                    amount,
                    isIn(line),
                    line.field(4),
                    line.field(5)));
        }
        return lines;
    }

    /** However the bank writes it the next time: amounts with or without decimals, texts in capitals or not. */
    private static List<String> said(Csv.Line line, Money amount) throws UnreadableFileException {
        return List.of(
                day(line).toString(), amount.toString(), line.field(3), plain(line.field(4)), plain(line.field(5)));
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    }

    /**
     * By what a line says, and by which it is of those that say the same.
     *
     * @param alike how many of each came before; this one is counted
     */
    static String name(List<String> said, Map<List<String>, Integer> alike) {
        int which = alike.merge(said, 1, Integer::sum);
        return UUID.nameUUIDFromBytes(String.join("\n", said).getBytes(StandardCharsets.UTF_8)) + " " + which;
    }

    private static boolean isIn(Csv.Line line) throws UnreadableFileException {
        return switch (line.field(3)) {
            case "in" -> true;
            case "out" -> false;
            default ->
                throw UnreadableFileException.at(
                        line.number(), "direction: '" + line.field(3) + "' is neither in nor out");
        };
    }

    private static Money amount(Csv.Line line, Predicate<String> kept) throws UnreadableFileException {
        var text = line.field(1);
        var currency = currency(line);
        if (!kept.test(currency.getCode())) {
            throw UnreadableFileException.at(line.number(), "currency: " + notKept(currency.getCode()));
        }
        var read = StatementAmount.read(text, currency);
        if (read.isEmpty()) {
            throw UnreadableFileException.at(
                    line.number(),
                    "amount: '" + text + "' is no amount of " + currency
                            + " that can be read in one way only: write it in" + " plain digits, as "
                            + Money.ofMajor(EXAMPLE, currency).major().toPlainString());
        }
        return read.get();
    }

    private static CurrencyUnit currency(Csv.Line line) throws UnreadableFileException {
        try {
            return CurrencyUnit.of(line.field(2));
        } catch (IllegalArgumentException unknown) {
            throw new UnreadableFileException(
                    "line " + line.number() + ": currency: '" + line.field(2)
                            + "' is no currency: write its code, as USD",
                    unknown);
        }
    }

    private static String notKept(String currency) {
        return "the bank's file in iso8583/partners has no account in " + currency
                + ": take the line out, or name the bank whose statement it is with --account";
    }

    /** As XML has it: in major units, without a sign, decimals behind a point. */
    static Money amount(int line, String text, String currency) throws UnreadableFileException {
        try {
            if (text.matches("[0-9]{1,15}(\\.[0-9]{1,5})?")) {
                return Money.ofMajor(new BigDecimal(text), CurrencyUnit.of(currency));
            }
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw new UnreadableFileException(
                    "line " + line + ": '" + text + "' is no amount of '" + currency + "'", wrong);
        }
        throw UnreadableFileException.at(line, "'" + text + "' is no amount of '" + currency + "'");
    }

    private static LocalDate day(Csv.Line line) throws UnreadableFileException {
        try {
            return LocalDate.parse(line.field(0));
        } catch (DateTimeException wrong) {
            throw new UnreadableFileException(
                    "line " + line.number() + ": date: '" + line.field(0) + "' is no date: write it as 2026-03-02",
                    wrong);
        }
    }

    /** Of a date, or of a time that begins with its date. */
    static LocalDate date(int line, String text) throws UnreadableFileException {
        try {
            return LocalDate.parse(text.substring(0, Math.min(10, text.length())));
        } catch (DateTimeException wrong) {
            throw new UnreadableFileException("line " + line + ": '" + text + "' is no date", wrong);
        }
    }
}
