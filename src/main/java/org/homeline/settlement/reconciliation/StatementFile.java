package org.homeline.settlement.reconciliation;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    private StatementFile() {}

    /** The booked lines in their order; what is only announced is left out. */
    public static List<StatementLine> read(String text) throws UnreadableFileException {
        return text.stripLeading().startsWith("<") || text.startsWith("\uFEFF<") ? Camt053.read(text) : csv(text);
    }

    /**
     * A line has no name of its own there: it is known by all that it says, and by which it is of those that say the same, so
     * that files which overlap do no harm.
     */
    private static List<StatementLine> csv(String text) throws UnreadableFileException {
        var lines = new ArrayList<StatementLine>();
        Map<List<String>, Integer> alike = new HashMap<>();
        for (var line : Csv.read(text, HEADER)) {
            var amount = amount(line.number(), line.field(1), line.field(2));
            lines.add(StatementLine.of(
                    "comma-separated",
                    name(line.fields(), alike),
                    date(line.number(), line.field(0)),
                    amount,
                    isIn(line),
                    line.field(4),
                    line.field(5)));
        }
        return lines;
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
            default -> throw UnreadableFileException.at(line.number(), "'" + line.field(3) + "' is neither in nor out");
        };
    }

    /** In major units, without a sign. */
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

    /** Of a date, or of a time that begins with its date. */
    static LocalDate date(int line, String text) throws UnreadableFileException {
        try {
            return LocalDate.parse(text.substring(0, Math.min(10, text.length())));
        } catch (DateTimeException wrong) {
            throw new UnreadableFileException("line " + line + ": '" + text + "' is no date", wrong);
        }
    }
}
