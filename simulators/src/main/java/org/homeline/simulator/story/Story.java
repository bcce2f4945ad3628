package org.homeline.simulator.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A journey, as its file has it. A line says who does what; a screen, a message or a command's output stands below its line,
 * each line of it behind a bar; {@code (end)} says that the session is over.
 *
 * <pre>
 * story Ask for the balance
 * after cash-in
 * person Grace +16175550123
 * operator customer show {Grace}
 * operator ben: settlement exceptions
 * clock +31m
 * Grace dials *384*77#
 *     | Homeline
 *     | 1 Balance
 * Grace types 1
 *     | You have KES 100.00.
 *     (end)
 * Grace texts BAL
 * Grace gets
 *     | You have KES 100.00.
 * </pre>
 *
 * A name in braces is that person's number; {@code {code}}, {@code {reference}} and the like stand for what was different each
 * time, see {@link Blanks}.
 *
 * @param name the file's, without its ending
 */
public record Story(String name, List<Entry> entries) {
    private static final String FOLDER = "/stories/";
    static final String ENDING = ".story";
    private static final String REMARK = "#";

    /** One that Homeline brings. */
    public static Story named(String name) {
        try (var file = Story.class.getResourceAsStream(FOLDER + name + ENDING)) {
            if (file == null) {
                throw new IllegalArgumentException("there is no story " + name);
            }
            return parse(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @throws IllegalArgumentException with file and line of what can't be read */
    public static Story parse(String name, String text) {
        var lines = text.lines().toList();
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            try {
                if (line.startsWith(Entry.MARGIN)) {
                    entries.add(below(entries.removeLast(), line));
                } else {
                    entries.add(new Entry(i + 1, line.strip(), Deed.parse(line.strip()), List.of(), false));
                }
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(
                        name + ENDING + ":" + (i + 1) + ": " + line.strip() + ": " + wrong.getMessage(), wrong);
            }
        }
        return new Story(name, List.copyOf(entries));
    }

    private static Entry below(Entry entry, String line) {
        if (line.stripTrailing().equals(Entry.END)) {
            return entry.with(entry.shown(), true);
        }
        if (!line.startsWith(Entry.BAR) || entry.deed() instanceof Deed.Nothing) {
            throw new IllegalArgumentException("below a line stand '| ' and what it shows, or (end)");
        }
        var shown = new ArrayList<>(entry.shown());
        var text = line.substring(Entry.BAR.length());
        shown.add((text.startsWith(" ") ? text.substring(1) : text).stripTrailing());
        return entry.with(shown, entry.ends());
    }

    /** What it is about. */
    public String title() {
        return entries.stream()
                .flatMap(entry -> entry.deed() instanceof Deed.Title title ? Stream.of(title.text()) : Stream.of())
                .findFirst()
                .orElse(name);
    }

    /** The remark right below the title, on one line: what happens in it. Empty where there is none. */
    public String summary() {
        return entries.stream()
                .dropWhile(entry -> !(entry.deed() instanceof Deed.Title))
                .skip(1)
                .map(Entry::line)
                .takeWhile(line -> line.startsWith(REMARK))
                .map(line -> line.substring(REMARK.length()).strip())
                .collect(Collectors.joining(" "));
    }

    /** Who does or gets anything in it, in order. */
    public List<String> people() {
        return entries.stream()
                .map(entry -> StoryPlayer.who(entry.deed()))
                .filter(who -> !who.isEmpty())
                .distinct()
                .toList();
    }

    /** The stories that happened before, directly. */
    public List<String> before() {
        return entries.stream()
                .flatMap(entry -> entry.deed() instanceof Deed.After(var story) ? Stream.of(story) : Stream.of())
                .toList();
    }

    /** As its file has it. */
    public String text() {
        var text = new StringBuilder();
        entries.forEach(
                entry -> entry.written().forEach(line -> text.append(line).append('\n')));
        return text.toString();
    }
}
