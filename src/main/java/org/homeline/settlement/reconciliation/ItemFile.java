package org.homeline.settlement.reconciliation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.homeline.settlement.Details;
import org.homeline.settlement.Partner;

/** The end-of-day file that a bank gives to its partners: comma-separated, amounts in minor units. */
public final class ItemFile {
    static final String HEADER = "date,stan,rrn,kind,amount,currency,account,status";

    private ItemFile() {}

    /** @param day which every line must be of */
    public static List<BankItem> read(String text, LocalDate day) throws UnreadableFileException {
        var items = new ArrayList<BankItem>();
        var seen = new HashSet<String>();
        for (var line : Csv.read(text, HEADER)) {
            var item = item(line, day);
            if (!seen.add(item.stan() + " " + item.rrn())) {
                throw UnreadableFileException.at(line.number(), "stands twice");
            }
            items.add(item);
        }
        return items;
    }

    private static BankItem item(Csv.Line line, LocalDate day) throws UnreadableFileException {
        if (!date(line).equals(day)) {
            throw UnreadableFileException.at(line.number(), "is of " + line.field(0) + ", not of " + day);
        }
        return new BankItem(
                Integer.parseInt(matching(line, 1, "[0-9]{6}", "a trace number of six digits")),
                matching(line, 2, "[0-9A-Za-z]{1,12}", "a retrieval reference number"),
                matching(line, 3, Partner.Kind.DEBIT.label() + "|" + Partner.Kind.CREDIT.label(), "debit or credit"),
                Long.parseLong(matching(line, 4, "[0-9]{1,16}", "an amount in minor units")),
                matching(line, 5, "[A-Z]{3}", "a currency"),
                Details.tail(line.field(6)),
                matching(line, 7, BankItem.BOOKED + "|" + BankItem.REVERSED, "booked or reversed"));
    }

    private static LocalDate date(Csv.Line line) throws UnreadableFileException {
        try {
            return LocalDate.parse(line.field(0));
        } catch (DateTimeException wrong) {
            throw new UnreadableFileException("line " + line.number() + ": '" + line.field(0) + "' is no date", wrong);
        }
    }

    private static String matching(Csv.Line line, int field, String pattern, String what)
            throws UnreadableFileException {
        if (!line.field(field).matches(pattern)) {
            throw UnreadableFileException.at(line.number(), "'" + line.field(field) + "' is not " + what);
        }
        return line.field(field);
    }
}
