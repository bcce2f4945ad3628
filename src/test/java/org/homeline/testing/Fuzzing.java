package org.homeline.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs Jazzer for a bounded time, in a process of its own: its hooks would slow down every other test. {@code
 * -Dhomeline.fuzz.seconds=N} says how long each target gets.
 *
 * @param folder for what it finds and says
 * @param code which packages it watches
 * @param corpus where it begins
 */
public record Fuzzing(Path folder, String code, Path corpus) {
    /** What it ends with where it has found something. */
    public static final int FOUND = 77;

    public static final int SECONDS = Integer.getInteger("homeline.fuzz.seconds", 60);

    /** The exit status. */
    public int run(Class<?> target, int seconds) throws IOException, InterruptedException {
        var found = Files.createDirectories(folder.resolve("found"));
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+EnableDynamicAgentLoading",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + target.getName(),
                        "--instrumentation_includes=" + code,
                        "--custom_hook_includes=" + code,
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + "/",
                        "-max_len=200",
                        "-seed=1",
                        "-max_total_time=" + seconds,
                        found.toString(),
                        corpus.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start()
                .waitFor();
    }

    /** The end of what it said. */
    public String log() throws IOException {
        var text = Files.readString(folder.resolve("log"));
        return text.substring(Math.max(0, text.length() - 4_000));
    }
}
