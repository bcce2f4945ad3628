package org.homeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The real server in a JVM of its own, on the classes that are tested: what can be killed. Close it.
 *
 * @param log what it writes on standard error
 */
record KillableServer(Process process, URI uri, Path log) implements AutoCloseable {
    private static final String READY = "Homeline is ready: ";
    private static final int STOP_WITHIN_SECONDS = 30;
    private static final int LAST_LINES = 60;

    /**
     * Starts one and returns once it is ready.
     *
     * @param folder gets its standard error
     * @param arguments after {@code serve}; the port is a free one
     */
    static KillableServer start(Path folder, Map<String, String> environment, List<String> arguments)
            throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty("java.class.path"),
                Homeline.class.getName(),
                "serve",
                "--port",
                "0"));
        command.addAll(arguments);
        var log = Files.createTempFile(folder, "server", ".err");
        var builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        var line = process.inputReader().readLine();
        if (line == null || !line.startsWith(READY)) {
            process.destroyForcibly();
            throw new AssertionError("the server did not start: " + line + "\n" + Files.readString(log));
        }
        return new KillableServer(process, URI.create(line.substring(READY.length())), log);
    }

    /** What it is about: the last of what it logged, and what its threads do. For a failure that nobody sees a second time. */
    String evidence() throws IOException {
        var lines = Files.readAllLines(log);
        var last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var dump = new ProcessBuilder(jcmd, Long.toString(process.pid()), "Thread.print")
                .redirectErrorStream(true)
                .start();
        return String.join("\n", last) + "\n" + new String(dump.getInputStream().readAllBytes(), UTF_8);
    }

    /** Ends it as Ctrl-C does. */
    void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("ended by SIGKILL").isEqualTo(128 + 9);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
