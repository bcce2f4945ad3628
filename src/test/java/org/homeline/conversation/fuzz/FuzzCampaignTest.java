package org.homeline.conversation.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.homeline.conversation.UssdFuzz;
import org.homeline.conversation.command.SmsFuzz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs Jazzer for a bounded time, in a process of its own: its hooks would slow down every other test. {@code
 * -Dhomeline.fuzz.seconds=N} says how long each target gets.
 */
@Tag("campaign")
final class FuzzCampaignTest {
    private static final int FOUND = 77;
    private static final int SECONDS = Integer.getInteger("homeline.fuzz.seconds", 60);
    private static final int CANARY_SECONDS = 300;

    @TempDir
    Path folder;

    @Test
    void noInputBreaksAConversation() throws IOException, InterruptedException {
        assertThat(fuzz(UssdFuzz.class, "ussd", SECONDS)).as(log()).isZero();
    }

    @Test
    void noMessageBreaksTheReading() throws IOException, InterruptedException {
        assertThat(fuzz(SmsFuzz.class, "sms", SECONDS)).as(log()).isZero();
    }

    @Test
    void theFuzzerFindsTheCanary() throws IOException, InterruptedException {
        assertThat(fuzz(SmsFuzz.Canary.class, "sms", CANARY_SECONDS)).as(log()).isEqualTo(FOUND);
    }

    private int fuzz(Class<?> target, String corpus, int seconds) throws IOException, InterruptedException {
        var found = Files.createDirectories(folder.resolve("found"));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.getName(),
                "--instrumentation_includes=org.homeline.conversation.**",
                "--custom_hook_includes=org.homeline.conversation.**",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                "-max_len=200",
                "-seed=1",
                "-max_total_time=" + seconds,
                found.toString(),
                CorpusTest.CORPUS.resolve(corpus).toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start()
                .waitFor();
    }

    private String log() throws IOException {
        var text = Files.readString(folder.resolve("log"));
        return text.substring(Math.max(0, text.length() - 4_000));
    }
}
