package org.homeline.simulator.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The blanks in a story, filled in as it is played: {@code {code}} is whatever code stood there when it was first shown, and
 * that same code from then on; {@code {code2}} is another. The name says what may stand there: a code (six digits), a
 * reference, an id (a UUID), a link, or else anything. {@code {code+1}} is a code that is wrong. What another story filled in is
 * {@code {cash-in.reference}}; a person's name stands for the number.
 */
final class Blanks {
    private static final Pattern BLANK = Pattern.compile("\\{([A-Za-z][A-Za-z0-9.-]*?)(\\+1)?}");
    private static final Map<String, Pattern> KINDS = Map.of(
            "link",
            Pattern.compile("https?://\\S+/pin/[a-z2-9]{26}"),
            "code",
            Pattern.compile("(?<![\\d.,+])\\d{6}(?![\\d.,]\\d|\\d)"),
            "reference",
            Pattern.compile("(?<!\\w)(?=\\d*[C-X])[2-9CDFGHJKMNPQRTVWX]{8}(?!\\w)"),
            "id",
            Pattern.compile("(?<!\\w)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?!\\w)"));

    private final Map<String, String> people = new HashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();

    void person(String name, String number) {
        people.put(name, number);
    }

    /** From now on, what was filled in goes by the story's name. */
    void leave(String story) {
        var before = new LinkedHashMap<>(values);
        values.clear();
        before.forEach((name, value) -> values.put(name.contains(".") ? name : story + "." + name, value));
    }

    /**
     * What somebody really types.
     *
     * @throws IllegalArgumentException where a blank is not filled in yet
     */
    String fill(String text) {
        return BLANK.matcher(text).replaceAll(blank -> {
            var name = blank.group(1);
            var value = people.getOrDefault(name, values.getOrDefault(name, ""));
            if (value.isEmpty()) {
                throw new IllegalArgumentException("nothing has filled in {" + name + "} yet");
            }
            return Matcher.quoteReplacement(blank.group(2) == null ? value : wrong(value));
        });
    }

    private static String wrong(String code) {
        return code.substring(0, code.length() - 1) + (code.charAt(code.length() - 1) - '0' + 1) % 10;
    }

    /** Whether the lines are these, filling in what they show for the first time; empty-handed where they are not. */
    boolean match(List<String> expected, List<String> came) {
        if (expected.size() != came.size()) {
            return false;
        }
        var before = new LinkedHashMap<>(values);
        for (int i = 0; i < expected.size(); i++) {
            if (!match(expected.get(i), came.get(i))) {
                values.clear();
                values.putAll(before);
                return false;
            }
        }
        return true;
    }

    private boolean match(String expected, String came) {
        var names = new ArrayList<String>();
        var pattern = new StringBuilder();
        var blank = BLANK.matcher(expected);
        int from = 0;
        while (blank.find()) {
            pattern.append(Pattern.quote(expected.substring(from, blank.start())));
            var name = blank.group(1);
            known(name).ifPresentOrElse(value -> pattern.append(Pattern.quote(value)), () -> {
                names.add(name);
                pattern.append("(").append(kind(name)).append(")");
            });
            from = blank.end();
        }
        pattern.append(Pattern.quote(expected.substring(from)));
        var found = Pattern.compile(pattern.toString()).matcher(came);
        if (!found.matches()) {
            return false;
        }
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), found.group(i + 1));
        }
        return true;
    }

    private Optional<String> known(String name) {
        return Optional.ofNullable(people.getOrDefault(name, values.get(name)));
    }

    private static String kind(String name) {
        var kind = KINDS.get(name.replaceAll("\\d+$", ""));
        return kind == null ? ".+?" : kind.pattern();
    }

    /** The text with a blank for whatever will be different next time; what is new gets the next free name. */
    String hide(String text) {
        var hidden = text;
        var known = values.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -entry.getValue().length()))
                .toList();
        for (var entry : known) {
            hidden = hidden.replaceAll(
                    "(?<!\\w)" + Pattern.quote(entry.getValue()) + "(?!\\w)",
                    Matcher.quoteReplacement("{" + entry.getKey() + "}"));
        }
        for (var kind : List.of("link", "id", "reference", "code")) {
            hidden = KINDS.getOrDefault(kind, BLANK)
                    .matcher(hidden)
                    .replaceAll(found -> Matcher.quoteReplacement("{" + name(kind, found.group()) + "}"));
        }
        return hidden;
    }

    private String name(String kind, String value) {
        var name = kind;
        for (int i = 2; values.containsKey(name) && !value.equals(values.get(name)); i++) {
            name = kind + i;
        }
        values.put(name, value);
        return name;
    }
}
