package org.homeline.simulator.handset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.homeline.DemoWorld;
import org.homeline.simulator.phone.Carrier;
import org.homeline.simulator.phone.Phone;
import org.homeline.simulator.prompt.Prompt;
import org.homeline.simulator.story.Spectator;
import org.homeline.simulator.story.Story;
import org.homeline.simulator.story.StoryPlayer;
import org.homeline.simulator.story.StoryRecorder;
import org.homeline.simulator.story.World;
import org.homeline.time.StoryClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A phone in the terminal, as a pipe sees it. */
final class HandsetTest {
    private static final Instant START = Instant.parse("2026-03-02T14:00:00Z");
    private static final String NUMBER = "+254712345678";

    @Test
    void whatAPhoneRecordsCanBePlayed(@TempDir Path folder) throws IOException {
        var file = folder.resolve("recorded.story");
        try (var world = world()) {
            var shown = type(world, file, "dial", "1", "Wanjiku Mwangi", "4826", "4826", "/wait", "/end", "/quit");
            assertThat(shown).contains("| Welcome, Wanjiku Mwangi.", "| Text from +12025550199", "Hung up.");
        }
        var story = Story.parse("recorded", Files.readString(file));
        try (var world = world();
                var player = new StoryPlayer(world, Spectator.NOBODY)) {
            assertThat(player.play(story).differences()).isEmpty();
        }
    }

    @Test
    void aPhoneSaysWhatItCanNotDo(@TempDir Path folder) {
        try (var world = world()) {
            var shown = type(world, folder.resolve("story"), "sing", "", "*384*77#", "/help", "/text BAL", "/wait");
            assertThat(shown)
                    .contains(
                            "Not a code and not a command",
                            "No new texts.",
                            "| Language / Idioma",
                            "hangs up",
                            "You are not registered yet.");
        }
    }

    private static DemoWorld world() {
        return DemoWorld.open(StoryClock.standingAt(START), Path.of("gateway-config"));
    }

    private static String type(World world, Path file, String... lines) {
        var shown = new StringWriter();
        var input = new BufferedReader(new StringReader(String.join("\n", List.of(lines))));
        try (var carrier = new Carrier(world.ussd(), world.twilio());
                var prompt = Prompt.plain(input, new PrintWriter(shown))) {
            new Handset(new Phone(NUMBER, carrier), "*384*77#", prompt, Optional.of(new StoryRecorder(file, NUMBER)))
                    .run();
        }
        return shown.toString();
    }
}
