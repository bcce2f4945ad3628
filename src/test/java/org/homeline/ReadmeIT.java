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
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Types what README.md shows, from top to bottom, in an empty folder with {@code ./homeline} in it; what needs no server and
 * leaves nothing, in another window meanwhile. Only the port is another one, because 8080 may be taken.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class ReadmeIT {
    /** What is not typed, with the reason. */
    private static final Map<String, String> APART = Map.of("./homeline test", "is what runs this test");

    /** What would go on for minutes, cut short; how fast it is has no place here. */
    private static final String BENCH = "./homeline bench ";

    private static final String BENCH_SHORT = " --rounds 1 --millis 50 --callers 2 --people 4";
    private static final String CROWD = "--people 100 --for 1m";
    private static final String CROWD_SHORT = "--people 5 --for 3s --server http://127.0.0.1:8080/";

    /** What needs no server and leaves nothing in the folder. */
    private static final List<String> ALONE =
            List.of("./homeline demo", BENCH, "./homeline corridor check", "./homeline check");

    /** What has to be in what they print, beside that they end well. */
    private static final Map<String, List<String>> PRINTED = Map.of(
            BENCH + "ussd",
            List.of(
                    "(?m)^ratio [0-9.]+: .* the aim of 0.4$",
                    "USSD that moves no money",
                    "the step that pays",
                    "beside: bare form POST"),
            BENCH + "sms",
            List.of("SMS that asks", "SMS for a quote", "median ratio"),
            BENCH + "iso",
            List.of("terminal's cash in, 64 in flight", "the aim of 0.2"),
            BENCH + "start",
            List.of("(?m)^Homeline +[0-9]+ ms +-?[0-9]+ +-?[0-9]+$", "(?m)^ratio [0-9.]+ of the bare JVM's start"));

    private static final Pattern WRONG = Pattern.compile("WRONG|not clean|should have come");

    private static final Pattern EXAMPLES = Pattern.compile("(?ms)^```sh\\n(.*?)^```");
    private static final Pattern REMARK = Pattern.compile("\\s+#\\s.*$");
    private static final String SERVE = "./homeline serve";
    private static final String PORT = ":8080/";
    private static final String READY = "Homeline is ready: ";
    private static final int DONE_WITHIN_SECONDS = 120;

    @TempDir
    private Path folder = Path.of("");

    private final List<Process> servers = new ArrayList<>();
    private volatile String address = PORT;

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
        var alone = commands.stream().filter(ReadmeIT::isAlone).toList();
        assertThat(alone).as("examples without a server").hasSizeGreaterThan(ALONE.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var otherWindow = threads.submit(() -> {
                for (var command : alone) {
                    run(command);
                }
                return alone;
            });
            for (var command : commands) {
                if (!alone.contains(command) && !APART.containsKey(command)) {
                    type(command);
                }
            }
            assertThat(otherWindow.get()).isEqualTo(alone);
        }
        assertThat(servers).as("servers").isNotEmpty();
    }

    private static boolean isAlone(String command) {
        return ALONE.stream().anyMatch(command::startsWith);
    }

    private void type(String command) throws Exception {
        if (command.startsWith(SERVE)) {
            serve(command);
        } else {
            run(command);
        }
        if (command.startsWith("curl ")) {
            register();
        }
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
        var out = Files.createTempFile(folder, "command", ".out");
        int status = status(command, out);
        var printed = Files.readString(out);
        assertThat(status).as("%s%n%s", command, printed).isZero();
        assertThat(printed).as(command).doesNotContainPattern(WRONG);
        for (var pattern : PRINTED.getOrDefault(command, List.of())) {
            assertThat(printed).as(command).containsPattern(pattern);
        }
    }

    private int status(String command, Path out) throws Exception {
        var process = builder(shortened(command).replace(PORT, address))
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        if (!process.waitFor(DONE_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " does not end");
        }
        return process.exitValue();
    }

    private static String shortened(String command) {
        return command.startsWith(BENCH) ? command + BENCH_SHORT : command.replace(CROWD, CROWD_SHORT);
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
        // The first start makes the cache, and all others here are the quicker for it, as they are for whoever reads
        // this.
        builder.environment().put("HOMELINE_AOT", "now");
        builder.environment().put("HOMELINE_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
        return builder;
    }
}
