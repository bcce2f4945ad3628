package org.homeline;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.homeline.signing.TerminalKeyName;
import org.homeline.simulator.bench.BareHost;
import org.homeline.simulator.bench.Comparison;
import org.homeline.simulator.bench.ComparisonTable;
import org.homeline.simulator.bench.IsoBenchmark;
import org.homeline.simulator.bench.Plan;
import org.homeline.simulator.bench.UssdBenchmark;

/** Requests of ISO 8583 through to the durable commit, beside jPOS's own QMUX and an echo. */
record BenchIso(Path config, PrintWriter out, int people) {
    private static final BigDecimal AIM = new BigDecimal("0.2");
    private static final int CALLERS = 32;
    static final String PARTNER = "iso8583/partners/demo-ke.yaml";
    private static final String TIMES =
            "times: { connect: 2s, answer: 20s, queue: 10m, retry: 1s, longest-retry: 5s," + " give-up: 1h, echo: 1h }";
    private static final int KEY_BYTES = 16;

    /** Whether every answer was right. */
    boolean run(Plan plan, String conditions) throws IOException {
        int port = freePort();
        int bankPort = freePort();
        var master = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(master);
        var environment = Map.of(
                "HOMELINE_TERMINAL_LISTEN", "127.0.0.1:" + port, "HOMELINE_CONNECT_DEMO_KE", "127.0.0.1:" + bankPort);
        try (var world = BenchWorld.in(config, environment);
                var bare = world.alone(BareHost.class)) {
            boolean right;
            world.configure(PARTNER, text -> text.replaceAll("(?m)^times: .*$", TIMES));
            try (var server = world.serve()) {
                var customers = customers(world, server, plan);
                bind(world, master);
                try (var benchmark = new IsoBenchmark(bare.address().getPort(), port, master, customers)) {
                    var wrong = benchmark.prepare();
                    wrong.forEach(out::println);
                    out.println("bench iso: " + conditions);
                    right = wrong.isEmpty() && measure(benchmark, plan);
                }
            }
            try (var benchmark = new IsoBenchmark(bare.address().getPort(), port, master, List.of())) {
                right &= new BenchBank(world, benchmark, bankPort, people, out).run(plan);
            }
            return world.isClean() && right;
        }
    }

    private boolean measure(IsoBenchmark benchmark, Plan plan) {
        var table = new ComparisonTable(out, "jPOS's QMUX and an echo");
        boolean right = true;
        for (int inFlight : IsoBenchmark.IN_FLIGHT) {
            var cashIn = benchmark.cashIn(inFlight, plan);
            right &= print(table, cashIn);
            if (inFlight == IsoBenchmark.IN_FLIGHT.getLast()) {
                var ratio = cashIn.ratio();
                out.println("ratio " + ratio + (ratio.compareTo(AIM) >= 0 ? ": reaches" : ": short of") + " the aim of "
                        + AIM);
            }
        }
        for (int inFlight : IsoBenchmark.IN_FLIGHT) {
            right &= print(table, benchmark.balance(inFlight, plan));
        }
        return right;
    }

    private static boolean print(ComparisonTable table, Comparison comparison) {
        table.print(comparison);
        return comparison.wrong() == 0;
    }

    /** Registers people and has the agents choose their PINs; the people's numbers. */
    private List<String> customers(BenchWorld world, ServerProcess server, Plan plan) {
        plan.stage().accept("registering " + people + " people");
        try (var dialling = new UssdBenchmark(
                BenchWorld.ussd(server), BenchWorld.bareForm(server), people, Math.min(CALLERS, people), 0)) {
            IsoBenchmark.AGENTS.forEach(agent -> world.agent(agent, IsoBenchmark.FLOAT));
            dialling.staff(IsoBenchmark.AGENTS).samples().forEach(out::println);
            return dialling.numbers();
        }
    }

    private static void bind(BenchWorld world, byte[] master) throws IOException {
        var file = world.file("master.key");
        PrivateFile.write(file, HexFormat.of().formatHex(master).getBytes(StandardCharsets.US_ASCII));
        IntStream.range(0, IsoBenchmark.AGENTS.size()).forEach(i -> {
            var terminal = IsoBenchmark.terminal(i);
            world.command("terminal", "add", terminal, IsoBenchmark.AGENTS.get(i));
            world.command(
                    "key", "import", TerminalKeyName.master(terminal), "--algorithm", "aes", "--file", file.toString());
        });
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
