package org.homeline.simulator.handset;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeline.simulator.prompt.Style;
import org.homeline.simulator.prompt.Wrap;

/**
 * Draws what a small screen shows.
 *
 * @param colour whether there is any
 */
record Frame(boolean colour) {
    private static final int WIDTH = 32;

    /** With a title above and, below, what can be done. */
    String draw(String title, String text, String foot, Style style) {
        var edge = style.of("+" + "-".repeat(WIDTH + 2) + "+", colour);
        return Stream.of(
                        Stream.of(edge, row(title, style, Style.DIM), edge),
                        Wrap.at(WIDTH, text).stream().map(line -> row(line, style, Style.BOLD)),
                        foot.isEmpty() ? Stream.<String>of() : Stream.of(row(foot, style, Style.DIM)),
                        Stream.of(edge))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private String row(String line, Style edge, Style style) {
        var bar = edge.of("|", colour);
        return bar + " " + style.of(Wrap.pad(line, WIDTH), colour) + " " + bar;
    }
}
