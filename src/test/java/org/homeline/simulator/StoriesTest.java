package org.homeline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.homeline.DemoWorld;
import org.homeline.simulator.story.Spectator;
import org.homeline.simulator.story.Story;
import org.homeline.simulator.story.StoryPlayer;
import org.homeline.time.StoryClock;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Plays every story, each in a world of its own, and audits the books after it. With {@code -Dhomeline.stories.refresh=true}
 * it writes into the files what came; {@code -Dhomeline.stories=send-home,limits} plays these alone.
 */
final class StoriesTest {
    private static final Path FOLDER = Path.of("simulators", "src", "main", "resources", "stories");
    private static final Path CONFIG = Path.of("gateway-config");
    private static final String ENDING = ".story";
    /** A Monday morning in Boston, the same evening in Nairobi. */
    private static final Instant START = Instant.parse("2026-03-02T14:00:00Z");

    private static final boolean REFRESH = Boolean.getBoolean("homeline.stories.refresh");
    private static final List<String> ONLY =
            List.of(System.getProperty("homeline.stories", "").split(","));

    @TestFactory
    Stream<DynamicTest> everyStoryHappensAsItIsTold() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files
                    .filter(file -> file.toString().endsWith(ENDING))
                    .filter(file -> ONLY.contains("") || ONLY.contains(name(file)))
                    .sorted()
                    .toList()
                    .stream()
                    .map(file -> DynamicTest.dynamicTest(name(file), file.toUri(), () -> play(file)));
        }
    }

    private static void play(Path file) throws IOException {
        var story = Story.parse(name(file), Files.readString(file));
        try (var world = DemoWorld.open(StoryClock.standingAt(START), CONFIG);
                var player = new StoryPlayer(world, Spectator.NOBODY)) {
            var played = player.play(story);
            if (REFRESH && !played.asTold()) {
                Files.writeString(file, played.story().text());
            } else {
                assertThat(String.join("\n\n", played.differences())).isEmpty();
            }
            var audit = world.operator(List.of("audit"));
            assertThat(audit.status()).as(audit.text()).isZero();
        }
    }

    private static String name(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }
}
