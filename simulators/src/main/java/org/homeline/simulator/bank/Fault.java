package org.homeline.simulator.bank;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A trouble that befalls the next requests of a type.
 *
 * @param type four digits, of which an x stands for any: 042x for a reversal and its repeats
 * @param times how many requests it befalls, one after the other
 * @param delay of {@link Kind#DELAY}, else nothing
 * @param code field 39 of {@link Kind#DECLINE}, else empty
 */
public record Fault(Kind kind, String type, int times, Duration delay, String code) {
    private static final Pattern TYPE = Pattern.compile("[0-9x]{4}");
    private static final Pattern TIMES = Pattern.compile("x([0-9]{1,4})");
    private static final Pattern PAUSE = Pattern.compile("([0-9]{1,6})(ms|s)");
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{2}");
    private static final String ANY = "xxxx";

    /** What happens. */
    public enum Kind {
        /** The request is never seen. */
        DROP_REQUEST("drop-request"),
        /** It is done, and not answered. */
        DROP_ANSWER("drop-answer"),
        /** It is done, and answered later. */
        DELAY("delay"),
        /** The answer comes twice. */
        DUPLICATE("duplicate"),
        /** The answer waits until another has gone out. */
        REORDER("reorder"),
        /** It is done, and answered when its reversal has come and been answered. */
        AFTER_REVERSAL("after-reversal"),
        /** The connection stands, and nothing is read from it nor written to it, until healed. */
        HALF_OPEN("half-open"),
        /** It is done; the answer breaks off in its middle, with the connection. */
        RESET("reset"),
        /** The answer's frame says that it is longer than it is. */
        WRONG_LENGTH("wrong-length"),
        /** The answer's frame is full of anything. */
        GARBAGE("garbage"),
        /** The bank has forgotten every sign-on. */
        LOST_SIGN_ON("lost-sign-on"),
        /** Nothing is done, and the answer is a refusal. */
        DECLINE("decline");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    public Fault {
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("a message type is four digits or x, not " + type);
        }
        if (times < 1) {
            throw new IllegalArgumentException("a fault happens at least once");
        }
        if (kind == Kind.DECLINE && !CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("write which code declines, as decline:51");
        }
        if (delay.isNegative() || (kind == Kind.DELAY && delay.isZero())) {
            throw new IllegalArgumentException("write how long the delay is, as delay:5s");
        }
    }

    /** For the next request of the type, for a kind that needs no more. */
    public static Fault of(Kind kind, String type) {
        return new Fault(kind, type, 1, Duration.ZERO, "");
    }

    /** The next request of the type is declined. */
    public static Fault decline(String code, String type) {
        return new Fault(Kind.DECLINE, type, 1, Duration.ZERO, code);
    }

    /** The answer to the next request of the type comes late. */
    public static Fault delay(Duration by, String type) {
        return new Fault(Kind.DELAY, type, 1, by, "");
    }

    /** The same, so often. */
    public Fault times(int count) {
        return new Fault(kind, type, count, delay, code);
    }

    /**
     * Reads {@code drop-answer 0200}, {@code decline:51 0200 x3}, {@code delay:5s 042x}; without a type it is for any.
     *
     * @throws IllegalArgumentException which says how it is written
     */
    public static Fault parse(String text) {
        var words = List.of(text.strip().split("\\s+"));
        var named = words.getFirst().split(":", 2);
        var argument = named.length > 1 ? named[1] : "";
        var kind = kind(named[0]);
        if (!argument.isEmpty() && kind != Kind.DECLINE && kind != Kind.DELAY) {
            throw new IllegalArgumentException(named[0] + " takes nothing behind a colon");
        }
        var type = ANY;
        int times = 1;
        for (var word : words.subList(1, words.size())) {
            var count = TIMES.matcher(word);
            if (TYPE.matcher(word).matches() && Character.isDigit(word.charAt(0))) {
                type = word;
            } else if (count.matches()) {
                times = Integer.parseInt(count.group(1));
            } else {
                throw new IllegalArgumentException("write a message type as 0200, or how often as x3, not " + word);
            }
        }
        return new Fault(
                kind,
                type,
                times,
                kind == Kind.DELAY ? pause(argument) : Duration.ZERO,
                kind == Kind.DECLINE ? argument : "");
    }

    private static Kind kind(String word) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.word.equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no fault is called " + word + ": there are " + words()));
    }

    static String words() {
        return Arrays.stream(Kind.values()).map(kind -> kind.word).collect(Collectors.joining(", "));
    }

    private static Duration pause(String text) {
        return Optional.of(PAUSE.matcher(text))
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(2).equals("s")
                        ? Duration.ofSeconds(Long.parseLong(matcher.group(1)))
                        : Duration.ofMillis(Long.parseLong(matcher.group(1))))
                .orElse(Duration.ZERO);
    }

    /** Whether a request of this type meets it. */
    boolean meets(String messageType) {
        for (int i = 0; i < type.length(); i++) {
            if (type.charAt(i) != 'x' && type.charAt(i) != messageType.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** As it is typed. */
    @Override
    public String toString() {
        var argument = switch (kind) {
            case DELAY -> ":" + delay.toMillis() + "ms";
            case DECLINE -> ":" + code;
            default -> "";
        };
        return kind.word + argument + (type.equals(ANY) ? "" : " " + type) + (times == 1 ? "" : " x" + times);
    }
}
