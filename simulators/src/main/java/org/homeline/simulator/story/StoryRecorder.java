package org.homeline.simulator.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.homeline.simulator.phone.Screen;
import org.homeline.simulator.phone.TextMessage;

/**
 * Writes what happens on a phone as a story, with blanks for codes and references; the PINs that were typed stand in it. The
 * file is whole after every event. Thread-safe.
 */
public final class StoryRecorder {
    private static final String ME = "Me";

    private final Path file;
    private final Blanks blanks = new Blanks();
    private final List<Entry> entries = new ArrayList<>();

    /** @param number of the phone, who is called Me */
    public StoryRecorder(Path file, String number) {
        this.file = file;
        blanks.person(ME, number);
        add("story What a phone in the terminal recorded", List.of(), false);
        add("person " + ME + " " + number, List.of(), false);
    }

    public void dialled(String code, Screen screen) {
        screen("dials " + code, screen);
    }

    public void typed(String input, Screen screen) {
        screen("types " + input, screen);
    }

    public void hungUp() {
        add(ME + " hangs up", List.of(), false);
    }

    public void texted(String body) {
        add(ME + " texts " + body, List.of(), false);
    }

    public void got(TextMessage message) {
        add(ME + " gets", message.body().lines().toList(), false);
    }

    private void screen(String line, Screen screen) {
        add(ME + " " + line, screen.text().lines().toList(), screen.ends());
    }

    private synchronized void add(String line, List<String> shown, boolean ends) {
        var hidden = line.startsWith("person") ? line : blanks.hide(line);
        entries.add(new Entry(
                entries.size() + 1,
                hidden,
                Deed.parse(hidden),
                shown.stream().map(blanks::hide).toList(),
                ends));
        try {
            Files.writeString(file, new Story("recorded", entries).text());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
