package org.homeline.simulator.story;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a story and what stands below it.
 *
 * @param number of the line in its file, from 1
 * @param line as written
 * @param shown the screen, message or output below it
 * @param ends whether the session is said to end with it
 */
record Entry(int number, String line, Deed deed, List<String> shown, boolean ends) {
    static final String MARGIN = "    ";
    static final String BAR = MARGIN + "|";
    static final String END = MARGIN + "(end)";

    /** Something that came, for a line that is not written yet. */
    static Entry gets(String who, List<String> shown) {
        return new Entry(0, who + " gets", new Deed.Gets(who), shown, false);
    }

    Entry with(List<String> nowShown, boolean nowEnds) {
        return new Entry(number, line, deed, nowShown, nowEnds);
    }

    /** As it is written, over several lines. */
    List<String> written() {
        var lines = new ArrayList<String>();
        lines.add(line);
        lines.addAll(below());
        return lines;
    }

    /** What is written below the line. */
    List<String> below() {
        var lines = new ArrayList<String>();
        shown.forEach(text -> lines.add((BAR + " " + text).stripTrailing()));
        if (ends) {
            lines.add(END);
        }
        return lines;
    }
}
