package org.homeline.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.homeline.phone.PhoneNumber;
import org.homeline.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plays the dialogues below {@code src/test/resources/conversation/dialogues}: a line that begins with {@code >} is typed,
 * the others are what the phone shows. {@code -Dhomeline.refresh=true} writes them anew from the inputs.
 */
final class EngineTest {
    private static final Path DIALOGUES = Path.of("src/test/resources/conversation/dialogues");
    private static final String TYPED = "> ";

    @TempDir
    static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.onH2(
                Map.of("homeline.config", TestConfiguration.in(folder).toString()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Path> dialogues() throws IOException {
        try (var files = Files.list(DIALOGUES)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("dialogues")
    void everyDialogueGoesAsItIsWritten(Path file) throws IOException {
        var written = Files.readString(file);
        var played = play(
                new PhoneNumber(
                        file.toString().contains("newcomer") ? "+254700000001" : TestOperations.KNOWN + "345678"),
                written.lines().filter(line -> line.startsWith(TYPED)).toList());
        if (Boolean.getBoolean("homeline.refresh")) {
            Files.writeString(file, played);
            return;
        }
        assertThat(played).isEqualTo(written);
    }

    private static String play(PhoneNumber phone, List<String> inputs) {
        var play = new Play(server, phone);
        var lines = new ArrayList<String>();
        for (var line : inputs) {
            lines.add(line);
            var input = line.substring(TYPED.length());
            var shown = switch (input) {
                case "(dials)" -> play.dial();
                case "(cut off, dials again)" -> play.dialAgain();
                default -> play.type(input);
            };
            assertThat(play.written()).as("no PIN is kept").doesNotContain("2580", "7391");
            lines.add(shown.text());
            if (shown.ends()) {
                lines.add("(end)");
            }
        }
        return String.join("\n", lines) + "\n";
    }
}
