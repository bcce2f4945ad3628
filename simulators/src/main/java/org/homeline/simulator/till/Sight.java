package org.homeline.simulator.till;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A screen as somebody sees it who knows what menus and questions look like, in any of the languages.
 *
 * @param text as it came
 */
record Sight(String text) {
    /** The ways back and home, below what a screen is about. */
    private static final Pattern FOOTER = Pattern.compile("00? \\D.*");

    private static final Pattern AGENT = Pattern.compile("(?i)agent|wakala");
    /** The highest number that the till chooses. */
    private static final int LAST_DEED = 4;

    private static final Pattern QUESTION = Pattern.compile(".*[:?]");
    /** The word is the same everywhere. */
    private static final Pattern PIN = Pattern.compile("\\bPIN\\b");

    /** Without the ways back and home. */
    String body() {
        return String.join("\n", lines());
    }

    private List<String> lines() {
        return text.lines().filter(line -> !FOOTER.matcher(line).matches()).toList();
    }

    /** Whether a number is to be chosen. */
    boolean isMenu() {
        return row(1) > 0;
    }

    /** Two choices: to go on with a dialogue that was cut off, or to start anew. */
    boolean isOffer() {
        return isMenu() && row(2) > 0 && row(3) < 0;
    }

    /** Whether it is the menu of an agent at work: one with an agent in its title and all that the till does. */
    boolean isAgents() {
        return row(LAST_DEED) > 0 && AGENT.matcher(lines().get(row(1) - 1)).find();
    }

    /** Whether nothing is left here but what is no agent's work: one choice, below what stands in the way. */
    boolean isStop() {
        return isMenu() && row(2) < 0;
    }

    /** What stands above the rows of a menu; above the title too where it is the agent's. */
    String notice() {
        return String.join("\n", lines().subList(0, Math.max(0, row(1) - (isAgents() ? 1 : 0))));
    }

    private int row(int number) {
        var lines = lines();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).startsWith(number + " ")) {
                return i;
            }
        }
        return -1;
    }

    boolean asksForPin() {
        return !isMenu() && PIN.matcher(text).find();
    }

    boolean isQuestion() {
        return !question().isEmpty();
    }

    /** The line that asks, without a notice above it; empty where none does. */
    String question() {
        return lines().stream()
                .filter(line -> QUESTION.matcher(line.strip()).matches())
                .reduce("", (first, last) -> last);
    }
}
