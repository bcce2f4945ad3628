package org.homeline.conversation.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.homeline.conversation.UssdFuzz;
import org.homeline.conversation.command.SmsFuzz;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays what fuzzing has found, and what somebody thought of. A new finding is a new file. */
final class CorpusTest {
    static final Path CORPUS = Path.of("src/test/resources/conversation/corpus");

    static Stream<Path> ussd() throws IOException {
        return files("ussd");
    }

    static Stream<Path> sms() throws IOException {
        return files("sms");
    }

    private static Stream<Path> files(String folder) throws IOException {
        try (var files = Files.list(CORPUS.resolve(folder))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("ussd")
    void everyInputGetsAScreenThatFits(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        assertThatCode(() -> UssdFuzz.fuzzerTestOneInput(bytes)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("sms")
    void everyMessageIsReadOrNot(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        assertThatCode(() -> SmsFuzz.fuzzerTestOneInput(bytes)).doesNotThrowAnyException();
    }
}
