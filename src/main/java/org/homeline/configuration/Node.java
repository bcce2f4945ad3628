package org.homeline.configuration;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A value in a YAML file that knows where it stands. Every reading method throws a {@link ConfigurationException} that
 * names file, line, field and mend where the value is not what is asked for.
 */
public final class Node {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h|d)");
    private static final Duration LONGEST = Duration.ofDays(3650);
    /** As {@code 1,99} stands in a block; and its second half, which YAML takes for a field of its own in {@code { a: 1,99 }}. */
    private static final Pattern COMMA = Pattern.compile("-?\\d+,\\d+");

    private static final Pattern AFTER_COMMA = Pattern.compile("\\d+");

    private final String file;
    private final String path;
    private final org.snakeyaml.engine.v2.nodes.Node yaml;

    Node(String file, String path, org.snakeyaml.engine.v2.nodes.Node yaml) {
        this.file = file;
        this.path = path;
        this.yaml = yaml;
    }

    public String file() {
        return file;
    }

    /** The line on which the value begins, from 1. */
    public int line() {
        return yaml.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    /** The path from the file's top, as {@code steps[2].fee}. */
    public String path() {
        return path;
    }

    public Problem problem(String mend) {
        return new Problem(file, line(), path, mend);
    }

    public ConfigurationException wrong(String mend) {
        return new ConfigurationException(List.of(problem(mend)));
    }

    public boolean isText() {
        return yaml instanceof ScalarNode;
    }

    public boolean isMap() {
        return yaml instanceof MappingNode;
    }

    public boolean isList() {
        return yaml instanceof SequenceNode;
    }

    public String text() {
        if (yaml instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw wrong("write one value here, not a list or a block");
    }

    /** @param least the smallest that makes sense here */
    public long number(long least) {
        return read("a whole number from " + least + " on", text -> {
            long number = Long.parseLong(text);
            if (number < least) {
                throw new IllegalArgumentException();
            }
            return number;
        });
    }

    public boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("write true or false");
        };
    }

    /**
     * Percent with up to two decimals, not negative, in basis points: {@code 1.5} is 150.
     *
     * @param most the highest percentage that makes sense here, itself allowed
     */
    public long percentAsBasisPoints(int most) {
        return read("a percentage from 0 to " + most + " with at most two decimals, such as 1.5", text -> {
            long basisPoints = new BigDecimal(text).movePointRight(2).longValueExact();
            if (basisPoints < 0 || basisPoints > 100L * most) {
                throw new IllegalArgumentException();
            }
            return basisPoints;
        });
    }

    /** A length of time such as {@code 90s}, {@code 30m}, {@code 24h} or {@code 30d}; never none, at most ten years. */
    public Duration duration() {
        var length = durationOrNone();
        if (length.isZero()) {
            throw wrong(outOfBounds());
        }
        return length;
    }

    private String outOfBounds() {
        return "write a length of time above 0s and up to " + LONGEST.toDays() + "d instead of '" + text() + "'";
    }

    /** Likewise, where none at all makes sense too. */
    public Duration durationOrNone() {
        var matcher = DURATION.matcher(text());
        if (!matcher.matches()) {
            throw wrong("write a length of time such as 90s, 30m, 24h or 30d");
        }
        var count = Long.parseLong(matcher.group(1));
        var length = switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
        if (length.compareTo(LONGEST) > 0) {
            throw wrong(outOfBounds());
        }
        return length;
    }

    public CurrencyUnit currency() {
        return currency(text());
    }

    /** The currency of a code that the value's own name is or holds, as a block with an entry for each currency has it. */
    public CurrencyUnit currency(String code) {
        try {
            return CurrencyUnit.of(code);
        } catch (IllegalCurrencyException unknown) {
            throw wrong("'" + code + "' is no currency of ISO 4217: write one such as KES");
        }
    }

    /**
     * An amount that is not negative and has no more decimals than its currency.
     *
     * @param maker what makes an amount of major units and a currency; it throws {@link ArithmeticException} for too many
     *     decimals
     */
    public <M> M amount(CurrencyUnit currency, BiFunction<BigDecimal, CurrencyUnit, M> maker) {
        return read("an amount in " + currency + " that is not negative", text -> {
            var major = new BigDecimal(text);
            if (major.signum() < 0) {
                throw new IllegalArgumentException();
            }
            return maker.apply(major, currency);
        });
    }

    public <E extends Enum<E>> E oneOf(Class<E> type) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equalsIgnoreCase(text().replace('-', '_'))) {
                return value;
            }
        }
        throw wrong("write one of "
                + java.util.Arrays.stream(type.getEnumConstants())
                        .map(value ->
                                value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                        .toList());
    }

    /** The value at the field. */
    public Node get(String field) {
        return find(field)
                .orElseThrow(() -> new ConfigurationException(
                        List.of(new Problem(file, line(), below(field), "is missing: add it here"))));
    }

    public Optional<Node> find(String field) {
        return Optional.ofNullable(fields().get(field));
    }

    /** The fields of a block, in the file's order. */
    public Map<String, Node> fields() {
        if (!(yaml instanceof MappingNode mapping)) {
            throw wrong("write a block of fields here");
        }
        var fields = new LinkedHashMap<String, Node>();
        for (var tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw wrong("write a plain word as the name of a field");
            }
            var value = new Node(file, below(key.getValue()), tuple.getValueNode());
            if (fields.put(key.getValue(), value) != null) {
                throw value.wrong("stands twice: keep one");
            }
        }
        return fields;
    }

    /** @throws ConfigurationException where the block has a field that nobody reads */
    public Node only(String... known) {
        var names = Set.of(known);
        var problems = fields().values().stream()
                .filter(value -> !names.contains(value.path.substring(value.path.lastIndexOf('.') + 1)))
                .map(value -> value.problem(unknown(value, known)))
                .toList();
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return this;
    }

    private static String unknown(Node value, String... known) {
        var name = value.path.substring(value.path.lastIndexOf('.') + 1);
        return AFTER_COMMA.matcher(name).matches()
                ? "looks like what follows a decimal comma: write a point, such as 1." + name
                : "is not known here; known are " + List.of(known);
    }

    public List<Node> items() {
        if (!(yaml instanceof SequenceNode sequence)) {
            throw wrong("write a list here");
        }
        var items = new ArrayList<Node>();
        for (var item : sequence.getValue()) {
            items.add(new Node(file, path + "[" + (items.size() + 1) + "]", item));
        }
        return items;
    }

    /** The value as the function reads it; what it throws becomes a problem here. */
    public <T> T read(String expected, Function<String, T> reader) {
        var text = text();
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeParseException notThat) {
            throw wrong("write " + expected + " instead of '" + text + "'"
                    + (COMMA.matcher(text).matches()
                            ? ": the decimals follow a point, " + text.replace(',', '.')
                            : ""));
        }
    }

    private String below(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }
}
