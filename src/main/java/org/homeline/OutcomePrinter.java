package org.homeline;

import io.micronaut.json.tree.JsonNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.homeline.api.OperatorAnswer;
import org.homeline.money.Money;
import picocli.CommandLine;

/** Shows an outcome to a person: its name in words, its values aligned, its lists as tables. */
final class OutcomePrinter {
    private static final String GAP = "  ";
    private static final Pattern PIN = Pattern.compile("\\bpin(s?)\\b");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");

    private final PrintWriter out;
    private final PrintWriter err;
    private final OperatorZone zone;

    OutcomePrinter(PrintWriter out, PrintWriter err, OperatorZone zone) {
        this.out = out;
        this.err = err;
        this.zone = zone;
    }

    /** Where the command was told to write. */
    static OutcomePrinter of(CommandLine command) {
        return new OutcomePrinter(command.getOut(), command.getErr(), Homeline.zone(command));
    }

    /** For a command that was given nothing which could be wrong. */
    int print(OperatorAnswer answer) {
        return print(answer, Map.of());
    }

    /**
     * @param typed what the operator gave, by the names of the operation's inputs
     * @return the exit status: 0 where what was wanted is done
     */
    int print(OperatorAnswer answer, Map<String, String> typed) {
        if (!answer.done()) {
            err.println("homeline: " + Mends.say(answer, typed).orElseGet(() -> reason(answer)));
            err.flush();
            return 1;
        }
        var values = answer.values();
        var plain = fields(values).stream()
                .filter(name -> !field(values, name).isArray())
                .toList();
        if (!isListing(values)) {
            out.println(words(answer.outcome()) + ".");
        }
        pairs(values, plain);
        fields(values).stream()
                .map(name -> field(values, name))
                .filter(JsonNode::isArray)
                .forEach(this::table);
        out.flush();
        return 0;
    }

    private static String reason(OperatorAnswer answer) {
        var values = answer.values();
        return switch (answer.outcome()) {
            case "NoSuchOperation" -> "this Homeline has no operation " + text(field(values, "operation")) + " yet";
            case "Refused" -> text(field(values, "text"));
            case "BadInput" -> "these arguments do not fit " + text(field(values, "operation"));
            default -> {
                var more = fields(values).stream()
                        .map(name -> words(name).toLowerCase(Locale.ROOT) + " " + text(field(values, name)))
                        .collect(Collectors.joining(", "));
                yield words(answer.outcome()).toLowerCase(Locale.ROOT) + (more.isEmpty() ? "" : ": " + more);
            }
        };
    }

    private static boolean isListing(JsonNode values) {
        var fields = fields(values);
        return fields.size() == 1 && field(values, fields.getFirst()).isArray();
    }

    private void pairs(JsonNode values, List<String> names) {
        int width = names.stream().mapToInt(name -> words(name).length()).max().orElse(0);
        for (var name : names) {
            out.println(GAP + padded(words(name), width) + GAP + shown(field(values, name)));
        }
    }

    private void table(JsonNode list) {
        var rows = StreamSupport.stream(list.values().spliterator(), false).toList();
        if (rows.isEmpty()) {
            out.println("None.");
            return;
        }
        var columns = new LinkedHashSet<String>();
        rows.forEach(row -> columns.addAll(fields(row)));
        if (columns.isEmpty()) {
            rows.forEach(row -> out.println(GAP + shown(row)));
            return;
        }
        var lines = new ArrayList<StringBuilder>();
        lines.add(new StringBuilder());
        rows.forEach(row -> lines.add(new StringBuilder()));
        for (var column : columns) {
            var right = rows.stream().allMatch(row -> isNumeric(field(row, column)));
            var cells = new ArrayList<String>();
            cells.add(words(column).toUpperCase(Locale.ROOT));
            rows.forEach(row -> cells.add(shown(field(row, column))));
            int width = cells.stream().mapToInt(String::length).max().orElse(0);
            for (int i = 0; i < cells.size(); i++) {
                var cell = cells.get(i);
                lines.get(i)
                        .append(right ? " ".repeat(width - cell.length()) + cell : padded(cell, width))
                        .append(GAP);
            }
        }
        lines.forEach(line -> out.println(line.toString().stripTrailing()));
    }

    private static boolean isNumeric(JsonNode node) {
        return node.isNumber() || isMoney(node);
    }

    private static boolean isMoney(JsonNode node) {
        return node.isObject() && fields(node).equals(List.of("minor", "currency"));
    }

    /** An amount as {@code USD 200.00}; a record of one component as that component; yes or no; nothing as a dash. */
    private static String text(JsonNode node) {
        if (node.isNull()) {
            return "-";
        }
        if (node.isBoolean()) {
            return node.getBooleanValue() ? "yes" : "no";
        }
        if (isMoney(node)) {
            return Money.of(
                            field(node, "minor").getLongValue(),
                            field(node, "currency").getStringValue())
                    .toString();
        }
        if (node.isObject()) {
            return fields(node).stream().map(name -> text(field(node, name))).collect(Collectors.joining(" "));
        }
        if (node.isArray()) {
            return StreamSupport.stream(node.values().spliterator(), false)
                    .map(OutcomePrinter::text)
                    .collect(Collectors.joining(", "));
        }
        return node.coerceStringValue();
    }

    /** The same for the operator, who lives in a time zone. */
    private String shown(JsonNode node) {
        return node.isString() && INSTANT.matcher(node.getStringValue()).matches()
                ? zone.say(Instant.parse(node.getStringValue()))
                : text(node);
    }

    /** The value of a field as text. */
    static String text(JsonNode node, String name) {
        return text(field(node, name));
    }

    private static List<String> fields(JsonNode node) {
        var names = new ArrayList<String>();
        if (node.isObject()) {
            node.entries().forEach(entry -> names.add(entry.getKey()));
        }
        return names;
    }

    static JsonNode field(JsonNode node, String name) {
        var value = node.isObject() ? node.get(name) : null;
        return value == null ? JsonNode.nullNode() : value;
    }

    /** {@code NotEnoughFloat} as "Not enough float". */
    private static String words(String name) {
        var spaced = PIN.matcher(name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT))
                .replaceAll("PIN$1");
        return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
