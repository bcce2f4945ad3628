package org.homeline.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.homeline.testing.Fuzzing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Frames and fields of anything: a corpus that is replayed, bytes changed by chance, and Jazzer for as long as it may. */
final class MessageFuzzTest {
    private static final Path CORPUS = Path.of("src/test/resources/iso8583/corpus");
    private static final long SEED = 20_260_302;
    private static final int ROUNDS = 20_000;

    @TempDir
    Path folder;

    static Stream<Path> corpus() throws IOException {
        try (var files = Files.list(CORPUS)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void whatWasFoundIsReadOrNot(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        assertThatCode(() -> MessageFuzz.fuzzerTestOneInput(bytes)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void whatIsChangedByChanceIsReadOrNot(Path file) throws IOException {
        var random = new SplittableRandom(SEED);
        var bytes = Files.readAllBytes(file);
        for (int round = 0; round < ROUNDS / 10; round++) {
            var changed = bytes.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            var cut = Arrays.copyOf(changed, random.nextInt(changed.length + 1));
            assertThatCode(() -> MessageFuzz.fuzzerTestOneInput(cut))
                    .as("seed %d: %s", SEED, HexFormat.of().formatHex(cut))
                    .doesNotThrowAnyException();
        }
    }

    /** A length is read, or the connection is given up; nothing else. */
    @ParameterizedTest
    @EnumSource
    void aLengthIsOneOrNone(Framing.Length length) {
        var random = new SplittableRandom(SEED);
        var bytes = new byte[4];
        for (int round = 0; round < ROUNDS; round++) {
            random.nextBytes(bytes);
            try {
                assertThat(length.read(new DataInputStream(new ByteArrayInputStream(bytes))))
                        .as("seed " + SEED)
                        .isBetween(0, 65_535);
            } catch (IOException none) {
                assertThat(none).as("seed " + SEED).hasMessageContaining("no number");
            }
        }
    }

    @Test
    @Tag("campaign")
    void noBytesBreakTheReading() throws IOException, InterruptedException {
        var fuzzing = new Fuzzing(folder, "org.homeline.iso8583.**", CORPUS);
        assertThat(fuzzing.run(MessageFuzz.class, Fuzzing.SECONDS))
                .as(fuzzing.log())
                .isZero();
    }
}
