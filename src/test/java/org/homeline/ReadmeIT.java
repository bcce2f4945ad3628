package org.homeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Types what README.md shows, from top to bottom, in an empty folder with {@code ./homeline} in it. Only the port is another
 * one, because 8080 may be taken.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class ReadmeIT {
    /** What is not typed, with the reason. */
    private static final Map<String, String> APART = Map.of("./homeline test", "is what runs this test");

    private static final Pattern EXAMPLES = Pattern.compile("(?ms)^```sh\\n(.*?)^```");
    private static final Pattern REMARK = Pattern.compile("\\s+#\\s.*$");
    private static final String SERVE = "./homeline serve";
    private static final String PORT = ":8080/";
    private static final String READY = "Homeline is ready: ";
    private static final int DONE_WITHIN_SECONDS = 120;

    @TempDir
    private Path folder = Path.of("");

    private final List<Process> servers = new ArrayList<>();
    private String address = PORT;

    @AfterEach
    void stop() throws InterruptedException {
        for (var server : servers) {
            server.destroy();
            if (!server.waitFor(DONE_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        }
    }

    @Test
    void everyExampleDoesWhatItSays() throws Exception {
        Files.createSymbolicLink(folder.resolve("homeline"), Path.of("homeline").toAbsolutePath());
        var commands = commands(Files.readString(Path.of("README.md")));
        assertThat(commands).as("examples").hasSizeGreaterThan(10).containsAll(APART.keySet());
        for (var command : commands) {
            if (command.startsWith(SERVE)) {
                serve(command);
            } else if (!APART.containsKey(command)) {
                run(command);
            }
            if (command.startsWith("curl ")) {
                register();
            }
        }
        assertThat(servers).as("servers").isNotEmpty();
    }

    /** Were the examples not found or not run, the test above would pass for ever. */
    @Test
    void aWrongExampleIsNoticed() throws Exception {
        var commands = commands("""
                ```sh
                ./homeline demo    # as it says
                false \\
                  --really
                ```
                ```
                not this
                ```
                """);
        assertThat(commands).containsExactly("./homeline demo", "false    --really");
        assertThat(status("false --really", folder.resolve("out"))).isEqualTo(1);
    }

    /** Each line is a command; one that ends in a backslash goes on in the next. */
    private static List<String> commands(String readme) {
        return EXAMPLES.matcher(readme)
                .results()
                .flatMap(block -> block.group(1).replace("\\\n", " ").lines())
                .map(line -> REMARK.matcher(line).replaceFirst("").strip())
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private void run(String command) throws Exception {
        var out = folder.resolve("command.out");
        int status = status(command, out);
        assertThat(status).as("%s%n%s", command, Files.readString(out)).isZero();
    }

    private int status(String command, Path out) throws Exception {
        var process = builder(command.replace(PORT, address))
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        if (!process.waitFor(DONE_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " does not end");
        }
        return process.exitValue();
    }

    private void serve(String command) throws IOException {
        var err = folder.resolve("server.err");
        var process = builder("exec " + command + " --port 0")
                .redirectError(err.toFile())
                .start();
        servers.add(process);
        var line = process.inputReader().readLine();
        assertThat(line).as(command + "\n" + Files.readString(err)).startsWith(READY);
        address = ":" + URI.create(line.substring(READY.length())).getPort() + "/";
    }

    /** Whoever has dialled as the README shows goes on and registers, so that there is somebody to look after. */
    private void register() throws IOException {
        try (var load = new KillLoad()) {
            var server = URI.create("http://127.0.0.1" + address);
            var phone = "+254712345678";
            for (var text : List.of("1", "1*Wanjiku Mwangi", "1*Wanjiku Mwangi*4826")) {
                load.post(server, "1", phone, text);
            }
            assertThat(load.post(server, "1", phone, "1*Wanjiku Mwangi*4826*4826"))
                    .as("what follows the README's dial")
                    .contains("Welcome");
        }
    }

    private ProcessBuilder builder(String command) {
        var builder = new ProcessBuilder("bash", "-c", command)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"));
        builder.environment().put("HOMELINE_NO_BUILD", "1");
        builder.environment().put("HOMELINE_AOT", "off");
        builder.environment().put("HOMELINE_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
        return builder;
    }
}
