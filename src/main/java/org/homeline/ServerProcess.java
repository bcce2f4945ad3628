package org.homeline;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * A program of ours in a process of its own, with the flags that the launcher gave this one (the ahead-of-time cache too),
 * so that it is what an operator runs. It ends with this process at the latest. Close it.
 */
final class ServerProcess implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(30);
    private static final Pattern ADDRESS = Pattern.compile("[a-z0-9]+://\\S+");
    /** Agents are this process's own business: what measures test coverage, say. */
    private static final List<String> NOT_PASSED_ON = List.of("-javaagent", "-agentlib", "-agentpath", "-Xrun");

    private final Process process;
    private final URI address;
    private final long began;
    private final Thread hook;

    private ServerProcess(Process process, URI address, long began, Thread hook) {
        this.process = process;
        this.address = address;
        this.began = began;
        this.hook = hook;
    }

    /**
     * Starts one and waits for the line in which it says its address.
     *
     * @param properties of its JVM
     * @param program the class that is run and its arguments
     * @param log where its errors go
     * @throws CannotStartException where it does not say an address in time
     */
    static ServerProcess start(
            Map<String, String> properties, Map<String, String> environment, List<String> program, Path log) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags());
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(program);
        var builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().putAll(environment);
        try {
            long began = System.nanoTime();
            var process = builder.start();
            var hook = new Thread(process::destroyForcibly, "end-server");
            Runtime.getRuntime().addShutdownHook(hook);
            return new ServerProcess(process, address(process, log), began, hook);
        } catch (IOException failed) {
            throw new CannotStartException("no server could be started: " + failed, failed);
        }
    }

    /** The flags of this process's JVM that a server gets too. */
    static List<String> flags() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> NOT_PASSED_ON.stream().noneMatch(flag::startsWith))
                .toList();
    }

    private static URI address(Process process, Path log) throws IOException {
        var line = CompletableFuture.supplyAsync(() -> ready(process));
        try {
            var said = ADDRESS.matcher(line.get(READY_WITHIN.toMillis(), TimeUnit.MILLISECONDS));
            if (said.find()) {
                return URI.create(said.group());
            }
        } catch (TimeoutException | ExecutionException silent) {
            process.destroyForcibly();
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        throw new CannotStartException("the server did not start:\n" + Files.readString(log));
    }

    /** The line with its address; empty where it ends without one. */
    private static String ready(Process process) {
        var reader = process.inputReader();
        try {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (ADDRESS.matcher(line).find()) {
                    return line;
                }
            }
        } catch (IOException ended) {
            return "";
        }
        return "";
    }

    /** Where it listens. */
    URI address() {
        return address;
    }

    /** Since just before its process was started. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Its resident memory in MiB; empty where the system does not tell in {@code /proc}. */
    OptionalLong residentMebibytes() {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst();
        } catch (IOException notLinux) {
            return OptionalLong.empty();
        }
    }

    /** Ends it at once. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Asks it to end, and ends it where it does not. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            process.destroyForcibly();
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
