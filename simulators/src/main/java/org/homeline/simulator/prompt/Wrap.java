package org.homeline.simulator.prompt;

import java.util.ArrayList;
import java.util.List;

/** Breaks texts into lines as a narrow screen does. */
public final class Wrap {
    private Wrap() {}

    /** Lines of at most this width, broken between words where that is possible. */
    public static List<String> at(int width, String text) {
        var lines = new ArrayList<String>();
        text.lines().forEach(line -> {
            var rest = line.stripTrailing();
            while (rest.length() > width) {
                int space = rest.lastIndexOf(' ', width);
                int end = space > 0 ? space : width;
                lines.add(rest.substring(0, end));
                rest = rest.substring(end).stripLeading();
            }
            lines.add(rest);
        });
        return lines;
    }

    /** The text with spaces behind it up to the width. */
    public static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
