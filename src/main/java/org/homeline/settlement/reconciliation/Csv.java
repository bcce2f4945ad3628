package org.homeline.settlement.reconciliation;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads comma-separated values (RFC 4180): a field with a comma or a quote stands in quotes, a quote in it twice. Strict: the
 * header must be the expected one, every line must have as many fields; a field has no line break.
 */
final class Csv {
    /** A bank's busiest day, and no more than fits into memory. */
    static final int MOST_LINES = 200_000;

    private Csv() {}

    /** A line behind the header. */
    record Line(int number, List<String> fields) {
        String field(int index) {
            return fields.get(index);
        }
    }

    static List<Line> read(String text, String header) throws UnreadableFileException {
        var lines = text.lines().toList();
        if (lines.isEmpty() || !strip(lines.getFirst()).equals(header)) {
            throw UnreadableFileException.at(1, "expected the header " + header);
        }
        if (lines.size() > MOST_LINES) {
            throw new UnreadableFileException("has more than " + MOST_LINES + " lines");
        }
        int columns = header.split(",", -1).length;
        var found = new ArrayList<Line>();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            var fields = fields(lines.get(i), i + 1);
            if (fields.size() != columns) {
                throw UnreadableFileException.at(i + 1, "has " + fields.size() + " fields, not " + columns);
            }
            found.add(new Line(i + 1, fields));
        }
        return found;
    }

    /** Without the mark that some programs put before UTF-8. */
    private static String strip(String header) {
        return (header.startsWith("\uFEFF") ? header.substring(1) : header).strip();
    }

    private static List<String> fields(String line, int number) throws UnreadableFileException {
        var fields = new ArrayList<String>();
        int at = 0;
        while (true) {
            var field = new StringBuilder();
            at = line.startsWith("\"", at) ? quoted(line, at + 1, field, number) : plain(line, at, field, number);
            fields.add(field.toString().strip());
            if (at == line.length()) {
                return fields;
            }
            at++;
        }
    }

    /** @return where the field ends: at a comma, or at the end */
    private static int plain(String line, int from, StringBuilder field, int number) throws UnreadableFileException {
        int comma = line.indexOf(',', from);
        int end = comma < 0 ? line.length() : comma;
        var text = line.substring(from, end);
        if (text.indexOf('"') >= 0) {
            throw UnreadableFileException.at(number, "has a quote within a field that is not in quotes");
        }
        field.append(text);
        return end;
    }

    private static int quoted(String line, int from, StringBuilder field, int number) throws UnreadableFileException {
        int at = from;
        while (at < line.length()) {
            if (line.charAt(at) != '"') {
                field.append(line.charAt(at++));
            } else if (line.startsWith("\"\"", at)) {
                field.append('"');
                at += 2;
            } else if (at + 1 == line.length() || line.charAt(at + 1) == ',') {
                return at + 1;
            } else {
                throw UnreadableFileException.at(number, "has something behind a closing quote");
            }
        }
        throw UnreadableFileException.at(number, "has a quote that is not closed");
    }
}
