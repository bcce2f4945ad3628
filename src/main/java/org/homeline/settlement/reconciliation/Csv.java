package org.homeline.settlement.reconciliation;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Comma-separated values (RFC 4180), read by FastCSV: a field with a comma, a quote or a line break stands in quotes, a quote in
 * it twice. Strict: the header must be the expected one, every line must have as many fields.
 */
final class Csv {
    /** A bank's busiest day, and no more than fits into memory. */
    static final int MOST_LINES = 200_000;

    private Csv() {}

    /** @param number of the line in the file on which it begins */
    record Line(int number, List<String> fields) {
        String field(int index) {
            return fields.get(index);
        }
    }

    static List<Line> read(String text, String header) throws UnreadableFileException {
        var lines = lines(text);
        var columns = List.of(header.split(",", -1));
        if (lines.isEmpty() || !lines.getFirst().fields().equals(columns)) {
            throw UnreadableFileException.at(1, "expected the header " + header);
        }
        for (var line : lines) {
            if (line.fields().size() != columns.size()) {
                throw UnreadableFileException.at(
                        line.number(),
                        "has " + line.fields().size() + " fields, not " + columns.size() + ": " + header);
            }
        }
        return lines.subList(1, lines.size());
    }

    private static List<Line> lines(String text) throws UnreadableFileException {
        var found = new ArrayList<Line>();
        try (var records = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(withoutMark(text))) {
            for (var one : records) {
                if (found.size() > MOST_LINES) {
                    throw new UnreadableFileException("has more than " + MOST_LINES + " lines");
                }
                var fields = one.getFields().stream().map(String::strip).toList();
                if (fields.size() > 1 || !fields.getFirst().isEmpty()) {
                    found.add(new Line(Math.toIntExact(one.getStartingLineNumber()), fields));
                }
            }
            return found;
        } catch (CsvParseException wrong) {
            throw new UnreadableFileException("is not comma-separated: " + wrong.getMessage(), wrong);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Some programs put one before UTF-8. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
