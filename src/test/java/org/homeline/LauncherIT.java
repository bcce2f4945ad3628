package org.homeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.homeline.testing.Postgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real ./homeline with the jar that the build has just packed, as an operator runs it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class LauncherIT {
    private static final String READY = "Homeline is ready: ";
    private static final int STOP_WITHIN_SECONDS = 30;

    @TempDir
    private Path folder = Path.of("");

    /** A server in a process of its own. */
    private record Server(Process process, String url, Path err) {
        void stop(String signal) throws IOException, InterruptedException {
            assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
            assertThat(process.waitFor(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aServerSaysWhenItIsReadyAndStopsOnCtrlC() throws Exception {
        var data = folder.resolve("data");
        var server = serve(process("serve", "--port", "0", "--data", data.toString()));
        try {
            assertThat(get(server.url() + "/health")).contains("\"status\":\"UP\"");
            assertThat(Files.readString(server.err()))
                    .contains("The USSD gateway is off", "The SMS gateway is off", "software keys");
            assertThat(data.resolve(ServerFile.NAME)).exists();
            server.stop("INT");
            assertThat(server.process().exitValue()).isZero();
            assertThat(data.resolve(ServerFile.NAME)).doesNotExist();
            assertThat(Files.readString(server.err())).doesNotContain("Exception", "WARN", "ERROR");
        } finally {
            server.process().destroyForcibly();
        }
    }

    @Test
    void commandsReachTheServerAndASecondServerIsRefused() throws Exception {
        var data = folder.resolve("data");
        var backup = folder.resolve("backup.zip");
        var server = serve(process("serve", "--port", "0", "--data", data.toString()));
        try {
            var second = run("serve", "--port", "0", "--data", data.toString());
            assertThat(second.status()).isEqualTo(1);
            assertThat(second.err())
                    .contains("in use by another process: a server, process "
                            + server.process().pid());
            assertThat(run("agent", "add", "+254711000001", "Duka", "la", "Ana", "--data", data.toString())
                            .out())
                    .startsWith("Added.");
            assertThat(run("agent", "list", "--data", data.toString()).out()).contains("+254711000001", "Duka la Ana");
            assertThat(run("audit", "--data", data.toString()).status()).isZero();
            assertThat(run("backup", backup.toString(), "--with-password", "--data", data.toString())
                            .status())
                    .isZero();
            server.stop("TERM");
            assertThat(server.process().exitValue()).isZero();
        } finally {
            server.process().destroyForcibly();
        }
        var copy = folder.resolve("copy");
        var restored = run("restore", backup.toString(), "--data", copy.toString());
        assertThat(restored.err()).isEmpty();
        assertThat(restored.status()).isZero();
        assertThat(run("agent", "list", "--data", copy.toString()).out()).contains("Duka la Ana");
    }

    @Test
    void aServerRunsOnPostgresAndItsBackupHoldsTheKeysAlone() throws Exception {
        var data = folder.resolve("data");
        var backup = folder.resolve("backup.zip");
        var place = List.of("--data", data.toString(), "--database", Postgres.newDatabase());
        var server = serve(process(place, "serve", "--port", "0"));
        try {
            assertThat(get(server.url() + "/health")).contains("postgresql");
            assertThat(finish(process(place, "audit")).status()).isZero();
            var taken = finish(process(place, "backup", backup.toString(), "--with-password"));
            assertThat(taken.out()).contains("take it with pg_dump");
            server.stop("TERM");
        } finally {
            server.process().destroyForcibly();
        }
        var copy = folder.resolve("copy");
        assertThat(run("restore", backup.toString(), "--data", copy.toString()).err())
                .contains("the keys alone");
        var same = List.of("--data", copy.toString(), "--database", place.getLast());
        assertThat(finish(process(same, "restore", backup.toString())).status()).isZero();

        var strange = List.of("--data", folder.resolve("strange").toString(), "--database", place.getLast());
        var refused = finish(process(strange, "serve", "--port", "0"));
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("its key store is missing");
    }

    @Test
    void aDemoThatIsCutOffLeavesNothingBehind() throws Exception {
        var temporary = Files.createDirectory(folder.resolve("tmp"));
        var builder = process("demo").redirectErrorStream(true);
        builder.environment().put("HOMELINE_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary);
        var demo = builder.start();
        try {
            var reader = demo.inputReader();
            assertThat(reader.lines()
                            .filter(line -> line.contains("texts SEND"))
                            .findFirst())
                    .isPresent();
            assertThat(ours(temporary)).as("while it runs").hasSize(2);
            new Server(demo, "", folder).stop("INT");
            assertThat(ours(temporary)).as("after it").isEmpty();
        } finally {
            demo.destroyForcibly();
        }
    }

    /** Without what the JVM and its libraries put there. */
    private static List<String> ours(Path temporary) throws IOException {
        try (var files = Files.list(temporary)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("homeline"))
                    .toList();
        }
    }

    @Test
    void itWorksFromAnyFolderAndSaysWhatIsMissing() throws Exception {
        var help = run("--help");
        assertThat(help.status()).isZero();
        assertThat(help.out()).contains("serve", "audit");
        assertThat(run("serve", "--nonsense").status()).isEqualTo(2);

        var environment = process("--help");
        environment.environment().put("HOMELINE_JAVA_HOME", "/nowhere");
        environment.environment().remove("JAVA_HOME");
        assertThat(finish(environment).status()).isZero();
    }

    private Server serve(ProcessBuilder builder) throws Exception {
        var err = folder.resolve("server.err");
        var process = builder.redirectError(err.toFile()).start();
        var line = firstLine(process.inputReader());
        assertThat(line).as(Files.readString(err)).startsWith(READY);
        return new Server(process, line.substring(READY.length()), err);
    }

    private static String firstLine(BufferedReader reader) throws IOException {
        var line = reader.readLine();
        return line == null ? "" : line;
    }

    private Run run(String... arguments) throws Exception {
        return finish(process(arguments));
    }

    private Run finish(ProcessBuilder builder) throws Exception {
        var err = Files.createTempFile(folder, "command", ".err");
        var process = builder.redirectError(err.toFile()).start();
        var out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, Files.readString(err));
    }

    /** On PostgreSQL. */
    private ProcessBuilder process(List<String> place, String... arguments) {
        var builder = process(arguments);
        builder.command().addAll(place);
        builder.environment().put("HOMELINE_DATABASE_USER", "postgres");
        return builder;
    }

    /**
     * From another working directory, without a build; the cache is made by whoever starts first, and not meanwhile. Ctrl-C
     * counts also where the suite itself was started in the background: a shell lets such a job, and all it starts, ignore it.
     */
    private ProcessBuilder process(String... arguments) {
        var command = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                Path.of("homeline").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("HOMELINE_NO_BUILD", "1");
        builder.environment().put("HOMELINE_AOT", "now");
        return builder;
    }

    private static String get(String url) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                    .body();
        }
    }
}
