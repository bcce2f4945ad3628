package org.homeline.conversation.command;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A message as words: how people type on a phone, evened out. */
final class Words {
    /** Words beyond this are no command of ours. */
    static final int MOST = 20;

    private static final int LONGEST_MESSAGE = 480;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Z}\\p{C}]+");
    private static final Pattern BEFORE = Pattern.compile("^[^\\p{L}\\p{N}\\p{Sc}+(]+");
    private static final Pattern BEHIND = Pattern.compile("[^\\p{L}\\p{N}\\p{Sc})]+$");
    private static final Pattern VERB = Pattern.compile("^\\p{L}[\\p{L}\\p{M}]*");

    /** An amount below nothing: what nobody can send must not be read as what somebody can. */
    private static final Pattern NEGATIVE = Pattern.compile("^ [-\\u2212][\\p{N}\\p{Sc}]");

    private static final Pattern SAYS_SOMETHING = Pattern.compile("[\\p{L}\\p{N}\\p{Sc}]");

    private final String verb;
    private final List<String> rest;

    private Words(String verb, List<String> rest) {
        this.verb = verb;
        this.rest = rest;
    }

    /** The verb is the first run of letters; it need not be parted from a number behind it. */
    static Words of(String message) {
        var text = message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message;
        var even = trim(
                BREAKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll(" "));
        var matcher = VERB.matcher(even);
        if (!matcher.find()) {
            return new Words("", List.of());
        }
        var behind = even.substring(matcher.end());
        var rest = NEGATIVE.matcher(behind).find() ? behind.strip() : trim(behind);
        var words = Arrays.stream(rest.split(" "))
                .filter(word -> SAYS_SOMETHING.matcher(word).find())
                .toList();
        return new Words(fold(matcher.group()), words);
    }

    /** Folded; empty where the message begins with no letter. */
    String verb() {
        return verb;
    }

    List<String> rest() {
        return rest;
    }

    /** Without accents and in upper case: how words are compared. */
    static String fold(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
    }

    /**
     * How many letters have to be changed, put in, left out or swapped with their neighbour to make one word of the other
     * (optimal string alignment).
     */
    static int distance(String one, String other) {
        var table = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                table[i][j] = i == 0 || j == 0 ? i + j : step(table, one, other, i, j);
            }
        }
        return table[one.length()][other.length()];
    }

    private static int step(int[][] table, String one, String other, int i, int j) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int least = Math.min(table[i - 1][j - 1] + (same ? 0 : 1), Math.min(table[i - 1][j], table[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, table[i - 2][j - 2] + 1) : least;
    }

    private static String trim(String text) {
        return BEHIND.matcher(BEFORE.matcher(text).replaceFirst("")).replaceFirst("");
    }
}
