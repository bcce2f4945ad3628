package org.homeline.simulator.stage;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.homeline.simulator.prompt.Style;
import org.homeline.simulator.prompt.Wrap;
import org.homeline.simulator.story.Moment;
import org.homeline.simulator.story.Spectator;
import org.homeline.simulator.story.Story;

/** Columns, one a person; time goes down. What happens at once stands side by side. */
public final class Stage implements Spectator {
    private static final String GAP = "  ";
    private static final int NARROWEST = 24;
    private static final int WIDEST = 40;
    private static final List<Style> COLOURS =
            List.of(Style.GREEN, Style.YELLOW, Style.MAGENTA, Style.CYAN, Style.BLUE);

    private final PrintWriter out;
    private final boolean colour;
    private final Duration pause;
    private final int width;
    private final Map<String, String> numbers = new LinkedHashMap<>();
    private final List<String> people;
    private boolean begun;

    /**
     * @param columns how wide the terminal is
     * @param pause after each moment, for whoever reads along
     */
    public Stage(Story story, PrintWriter out, boolean colour, int columns, Duration pause) {
        this.out = out;
        this.colour = colour;
        this.pause = pause;
        this.people = story.people();
        int share = (columns + GAP.length()) / Math.max(1, people.size()) - GAP.length();
        this.width = Math.clamp(share, NARROWEST, WIDEST);
    }

    /** A piece of a column: what it says, and how it looks. */
    private record Line(String text, Style style) {}

    @Override
    public void person(String name, String number) {
        numbers.put(name, number);
    }

    @Override
    public void moment(Moment moment) {
        if (!begun) {
            begun = true;
            row(column(who -> List.of(new Line(who, Style.BOLD), new Line(numbers.getOrDefault(who, ""), Style.DIM))));
            out.println();
        }
        if (moment.who().isEmpty()) {
            out.println(Style.DIM.of("-- " + moment.line() + " --", colour));
            moment.screen().forEach(line -> out.println(Style.DIM.of("   " + line, colour)));
        }
        row(column(who -> lines(moment, who)));
        out.println();
        out.flush();
        LockSupport.parkNanos(pause.toNanos());
    }

    private interface Teller {
        List<Line> tell(String who);
    }

    private List<List<Line>> column(Teller teller) {
        return people.stream().map(teller::tell).toList();
    }

    private List<Line> lines(Moment moment, String who) {
        var lines = new ArrayList<Line>();
        var style = COLOURS.get(people.indexOf(who) % COLOURS.size());
        if (who.equals(moment.who())) {
            Wrap.at(width, moment.line().substring(who.length() + 1))
                    .forEach(line -> lines.add(new Line(line, Style.BOLD)));
            if (!moment.screen().isEmpty()) {
                box(lines, String.join("\n", moment.screen()), style, "+", "|");
            }
        }
        moment.messages().stream()
                .filter(message -> message.who().equals(who))
                .forEach(message -> box(lines, message.body(), style, ".", ":"));
        return lines;
    }

    /** A screen has corners; a text message is a dotted slip. */
    private void box(List<Line> lines, String text, Style style, String corner, String side) {
        int inner = width - 4;
        var fill = corner.equals(".") ? "." : "-";
        lines.add(new Line(corner + fill.repeat(inner + 2) + corner, style));
        Wrap.at(inner, text)
                .forEach(line -> lines.add(new Line(side + " " + Wrap.pad(line, inner) + " " + side, style)));
        lines.add(new Line(corner + fill.repeat(inner + 2) + corner, style));
    }

    private void row(List<List<Line>> columns) {
        int height = columns.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < height; i++) {
            var row = new StringBuilder();
            int blank = 0;
            for (var column : columns) {
                if (i < column.size()) {
                    var line = column.get(i);
                    row.append(" ".repeat(blank)).append(line.style.of(line.text, colour));
                    blank = width - line.text.length() + GAP.length();
                } else {
                    blank += width + GAP.length();
                }
            }
            out.println(row);
        }
    }
}
