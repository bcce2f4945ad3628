package org.homeline;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.homeline.simulator.bench.BareServer;
import org.homeline.simulator.bench.UssdBenchmark;

/**
 * How long a start takes, from the process to the first screen that a phone gets, and how much memory is resident then and
 * after a small load; beside a JVM with the same flags that only has the JDK's own HTTP server.
 */
final class BenchStart {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
    private static final String DIAL =
            "sessionId=ATUid_start&serviceCode=*384*77%23&phoneNumber=%2B254712345678&networkCode=99999&text=";
    private static final String ROW = "%-26s %12s %14s %14s%n";

    private final Path config;
    private final PrintWriter out;

    BenchStart(Path config, PrintWriter out) {
        this.config = config;
        this.out = out;
    }

    /** @param mebibytes resident when the first screen was there, and after the load; -1 where the system does not tell */
    private record Started(long millis, long mebibytes, long loaded) {}

    /**
     * @param runs how often each is started
     * @param people how many register as load
     * @return whether every answer was right
     */
    boolean run(int runs, int people) throws IOException, InterruptedException {
        boolean right = true;
        var bare = new ArrayList<Started>();
        var real = new ArrayList<Started>();
        try (var world = BenchWorld.in(config, Map.of())) {
            world.serve().close();
            for (int i = 0; i < runs; i++) {
                try (var server = world.alone(BareServer.class)) {
                    right &= ask(server.address(), "CON");
                    bare.add(new Started(server.age().toMillis(), memory(server), memory(server)));
                }
                try (var server = world.serve()) {
                    right &= ask(BenchWorld.ussd(server), "CON");
                    long millis = server.age().toMillis();
                    long mebibytes = memory(server);
                    right &= load(server, people, i);
                    real.add(new Started(millis, mebibytes, memory(server)));
                }
            }
        }
        boolean cached = ServerProcess.flags().stream().anyMatch(flag -> flag.startsWith("-XX:AOTCache="));
        print(bare, real, cached);
        return right;
    }

    private void print(List<Started> bare, List<Started> real, boolean cached) {
        out.println("bench start: " + real.size() + " starts each, "
                + (cached
                        ? "with the ahead-of-time cache"
                        : "WITHOUT the ahead-of-time cache (HOMELINE_AOT=now ./homeline bench start makes it first)"));
        out.printf(Locale.ROOT, ROW, "median", "first answer", "resident MiB", "after load MiB");
        row("a JVM that only answers", bare);
        row("Homeline", real);
        out.println("ratio " + ratio(middle(real).millis(), middle(bare).millis())
                + " of the bare JVM's start; aim: 1500 ms with the cache, " + "250 MiB after load");
        out.flush();
    }

    private void row(String name, List<Started> starts) {
        var middle = middle(starts);
        out.printf(Locale.ROOT, ROW, name, middle.millis() + " ms", middle.mebibytes(), middle.loaded());
    }

    private static String ratio(long one, long other) {
        long tenths = one * 10 / Math.max(1, other);
        return tenths / 10 + "." + tenths % 10;
    }

    /** Each figure's own median. */
    private static Started middle(List<Started> starts) {
        return new Started(
                median(starts.stream().map(Started::millis).sorted().toList()),
                median(starts.stream().map(Started::mebibytes).sorted().toList()),
                median(starts.stream().map(Started::loaded).sorted().toList()));
    }

    private static long median(List<Long> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    private static long memory(ServerProcess server) {
        return server.residentMebibytes().orElse(-1);
    }

    private static boolean ask(URI where, String expected) throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(ANSWER_WITHIN)
                .build()) {
            var request = HttpRequest.newBuilder(where)
                    .timeout(ANSWER_WITHIN)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(DIAL))
                    .build();
            return client.send(request, BodyHandlers.ofString()).body().startsWith(expected);
        }
    }

    /** People register: each run others, because the data folder stays. */
    private static boolean load(ServerProcess server, int people, int run) {
        try (var benchmark = new UssdBenchmark(
                BenchWorld.ussd(server), BenchWorld.bareForm(server), people, Math.min(people, 16), run)) {
            return benchmark.register().wrong() == 0;
        }
    }
}
