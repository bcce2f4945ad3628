package org.homeline.simulator.story;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** What a line of a story says that somebody does, or gets. */
sealed interface Deed {
    /** A blank line or a remark. */
    record Nothing() implements Deed {}

    record Title(String text) implements Deed {}

    record Person(String name, String number) implements Deed {}

    /** Another story happened before. */
    record After(String story) implements Deed {}

    /** @param who empty for the operator, else a colleague's name: {@code operator ben: settlement approve ...} */
    record Operator(String who, List<String> command) implements Deed {}

    /** What is typed at a bank's desk: {@code bank demo-us statement 4412345678}. */
    record Bank(String partner, String typed) implements Deed {}

    record Clock(Duration by) implements Deed {}

    record Dials(String who, String code) implements Deed {}

    record Types(String who, String input) implements Deed {}

    record HangsUp(String who) implements Deed {}

    record Texts(String who, String body) implements Deed {}

    /** Opens the link in a browser; what the page says is shown. */
    record Opens(String who, String link) implements Deed {}

    /** Fills in the fields of the page that is open, in order, and sends them. */
    record Sends(String who, List<String> values) implements Deed {}

    /** At a cash terminal of the agent's, with the PIN: {@code Kamau keys T0000001 5093 in 0712345678 500}. */
    record Keys(String who, String terminal, String pin, String typed) implements Deed {}

    record Gets(String who) implements Deed {}

    /** @throws IllegalArgumentException with what is wrong with it */
    static Deed parse(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return new Nothing();
        }
        var words = line.split(" +", 2);
        var rest = words.length == 1 ? "" : words[1];
        return switch (words[0]) {
            case "story" -> new Title(rest);
            case "person" -> person(rest);
            case "after" -> new After(rest);
            case "operator" -> operator(rest);
            case "bank" -> bank(rest);
            case "clock" -> new Clock(duration(rest));
            default -> deed(words[0], rest);
        };
    }

    private static Deed person(String rest) {
        var words = rest.split(" +");
        if (words.length != 2 || !words[0].matches("[A-Z]\\w*") || !words[1].matches("\\+[1-9]\\d{6,14}")) {
            throw new IllegalArgumentException("write 'person Name +254712345678'");
        }
        return new Person(words[0], words[1]);
    }

    private static Deed operator(String rest) {
        var words = List.of(rest.split(" +"));
        var first = words.getFirst();
        return first.endsWith(":")
                ? new Operator(first.substring(0, first.length() - 1), words.subList(1, words.size()))
                : new Operator("", words);
    }

    private static Deed bank(String rest) {
        var words = rest.split(" +", 2);
        if (words.length < 2) {
            throw new IllegalArgumentException("write 'bank demo-us statement 4412345678'");
        }
        return new Bank(words[0], words[1]);
    }

    private static Deed deed(String who, String rest) {
        var words = rest.split(" ", 2);
        var what = words.length == 1 ? "" : words[1];
        return switch (words[0]) {
            case "dials" -> new Dials(who, what);
            case "types" -> new Types(who, what);
            case "hangs" -> new HangsUp(who);
            case "texts" -> new Texts(who, what);
            case "opens" -> new Opens(who, what);
            case "sends" -> new Sends(who, List.of(what.split(" +")));
            case "keys" -> keys(who, what);
            case "gets" -> new Gets(who);
            default ->
                throw new IllegalArgumentException("write story, person, after, operator, bank or clock,"
                        + " or a name and dials, types, hangs up, texts, opens, sends, keys or gets");
        };
    }

    private static Deed keys(String who, String what) {
        var words = what.split(" +", 3);
        if (words.length < 3) {
            throw new IllegalArgumentException("write 'Kamau keys T0000001 5093 in 0712345678 500'");
        }
        return new Keys(who, words[0], words[1], words[2]);
    }

    /** {@code +31m}, {@code +24h}, {@code +30d}. */
    private static Duration duration(String text) {
        if (!Pattern.matches("\\+\\d+[mhd]", text)) {
            throw new IllegalArgumentException("write minutes, hours or days, such as +31m, +24h or +30d");
        }
        long many = Long.parseLong(text.substring(1, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 'm' -> Duration.ofMinutes(many);
            case 'h' -> Duration.ofHours(many);
            default -> Duration.ofDays(many);
        };
    }
}
