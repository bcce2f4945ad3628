package org.homeline;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.homeline.api.OperatorAnswer;

/**
 * The real server in a process of its own, on an embedded database in a temporary folder, with the bare endpoint beside it.
 * Its configuration is the given one, but for how much a phone may do in an hour: a few phones do a day's work in a second
 * here. Close it.
 */
final class BenchWorld implements AutoCloseable {
    static final String USSD_KEY = "a-key-for-the-benchmark";
    private static final String NO_LIMIT = "1000000000";

    private final Path folder;
    private final Place place;
    private final Map<String, String> environment;

    private final List<ServerProcess> started = new CopyOnWriteArrayList<>();
    private final Thread hook = new Thread(this::abandon, "end-benchmark");

    private BenchWorld(Path folder, Place place, Map<String, String> environment) {
        this.folder = folder;
        this.place = place;
        this.environment = environment;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** @param more what the server is told beside that, in its environment's names */
    static BenchWorld in(Path config, Map<String, String> more) {
        try {
            var folder = Files.createTempDirectory("homeline-bench");
            var copy = folder.resolve("config");
            copy(config, copy);
            raise(copy.resolve("limits.yaml"), "customer-per-hour");
            raise(copy.resolve("limits.yaml"), "agent-per-hour");
            raise(copy.resolve("sms.yaml"), "most-per-hour");
            var environment = new HashMap<>(more);
            environment.put("AFRICASTALKING_KEY", USSD_KEY);
            environment.put("AFRICASTALKING_ALLOW", "127.0.0.1");
            return new BenchWorld(folder, Place.of(folder.resolve("data"), copy), environment);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Starts the server, on what an earlier one left. */
    ServerProcess serve() {
        var program = new ArrayList<>(List.of(Homeline.class.getName(), "serve", "--port", "0"));
        program.addAll(List.of("--data", place.data().toString()));
        program.addAll(List.of("--config", place.config().toString()));
        return started(ServerProcess.start(
                Map.of("homeline.bench.bare", "true", "micronaut.server.host", "127.0.0.1"),
                environment,
                program,
                folder.resolve("server.log")));
    }

    /** Starts another program in the same way. */
    ServerProcess alone(Class<?> program) {
        return started(
                ServerProcess.start(Map.of(), Map.of(), List.of(program.getName()), folder.resolve("alone.log")));
    }

    private ServerProcess started(ServerProcess server) {
        started.add(server);
        return server;
    }

    /** Makes an agent of a number, with a float. */
    void agent(String phone, String amount) {
        operator("agent.add", Map.of("phone", phone, "name", "Duka"));
        operator("agent.loadFloat", Map.of("phone", phone, "amount", Map.of("text", amount), "reason", "benchmark"));
    }

    /** A file of its own, gone with it. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /** Runs an operator's command, as typed after {@code ./homeline}. */
    void command(String... command) {
        var all = new ArrayList<>(List.of(command));
        all.addAll(List.of(
                "--data", place.data().toString(), "--config", place.config().toString()));
        var said = new StringWriter();
        var writer = new PrintWriter(said);
        int status = Homeline.commandLine().setOut(writer).setErr(writer).execute(all.toArray(String[]::new));
        if (status != 0) {
            throw new CannotStartException(String.join(" ", command) + ": " + said);
        }
    }

    private void operator(String operation, Map<String, Object> input) {
        var answer = OperatorLine.ask(place, operation, input);
        if (!answer.done()) {
            throw new CannotStartException(operation + " answered " + answer.outcome());
        }
    }

    /** The audit's answer on what the server wrote. */
    boolean isClean() {
        return OperatorLine.ask(place, "audit", Map.of()).done();
    }

    static URI ussd(ServerProcess server) {
        return server.address().resolve("/gateways/africastalking/ussd?key=" + USSD_KEY);
    }

    /** What takes a form's fields and does nothing. */
    static URI bareForm(ServerProcess server) {
        return server.address().resolve("/bench/form");
    }

    /** What takes a body and does nothing. */
    static URI bareText(ServerProcess server) {
        return server.address().resolve("/bench/text");
    }

    /** Changes a file of the configuration, for the servers that start from now on. */
    void configure(String file, UnaryOperator<String> change) {
        try {
            var path = place.config().resolve(file);
            Files.writeString(path, change.apply(Files.readString(path)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The answer to an operator's question. */
    OperatorAnswer ask(String operation) {
        return OperatorLine.ask(place, operation, Map.of());
    }

    private static void raise(Path file, String limit) throws IOException {
        var text = Files.readString(file);
        Files.writeString(file, text.replaceAll("(?m)^( *" + limit + ": )\\d+", "$1" + NO_LIMIT));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    /** On Ctrl-C nothing of it stays. */
    private void abandon() {
        started.forEach(ServerProcess::kill);
        delete();
    }

    private void delete() {
        try {
            TemporaryFolder.delete(folder);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }

    @Override
    public void close() {
        try {
            if (Runtime.getRuntime().removeShutdownHook(hook)) {
                delete();
            }
        } catch (IllegalStateException ending) {
            started.forEach(ServerProcess::kill);
        }
    }
}
