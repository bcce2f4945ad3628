package org.homeline;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.homeline.simulator.bench.Comparison;
import org.homeline.simulator.bench.ComparisonTable;
import org.homeline.simulator.bench.Measured;
import org.homeline.simulator.bench.Plan;
import org.homeline.simulator.bench.SmsBenchmark;
import org.homeline.simulator.bench.UssdBenchmark;
import org.homeline.simulator.prompt.Prompt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the real server in a process of its own, beside the least that the same server could do. */
@Command(
        name = "bench",
        description = {
            "measure a server of its own beside the least that it could do: ussd, sms, iso, start, or all of them",
            "Rounds alternate between the two; the ratio is the median of the rounds'. Status 1 if an answer was wrong."
        },
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private static final List<String> NAMES = List.of("ussd", "sms", "iso", "start");
    private static final BigDecimal AIM = new BigDecimal("0.4");

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "ussd, sms, iso or start; all without it")
    private String name = "";

    private static final int STAGE_WIDTH = 60;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "measured rounds (5)")
    private int rounds;

    @Option(names = "--millis", paramLabel = "N", defaultValue = "2000", description = "how long each lasts (2000)")
    private int millis;

    @Option(names = "--callers", paramLabel = "N", defaultValue = "32", description = "people at the same time (32)")
    private int callers;

    @Option(names = "--people", paramLabel = "N", defaultValue = "1000", description = "people altogether (1000)")
    private int people;

    @Option(names = "--config", paramLabel = "DIR", description = "the configuration folder (gateway-config)")
    private Path config = new Place().config();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        require(name.isEmpty() || NAMES.contains(name), "bench takes one of " + NAMES);
        require(rounds >= 1 && rounds <= 100, "--rounds is from 1 to 100");
        require(millis >= 10 && millis <= 60_000, "--millis is from 10 to 60000");
        require(callers >= 1 && callers <= 256, "--callers is from 1 to 256");
        require(people >= 1 && people <= 2_000, "--people is from 1 to 2000");
        boolean right = true;
        for (var one : name.isEmpty() ? NAMES : List.of(name)) {
            right &= switch (one) {
                case "ussd" -> ussd(out());
                case "sms" -> sms(out());
                case "iso" -> new BenchIso(config, out(), people).run(plan(), conditions());
                default -> new BenchStart(config, out()).run(rounds, people);
            };
        }
        return right ? 0 : 1;
    }

    private boolean ussd(PrintWriter out) {
        try (var world = BenchWorld.in(config, Map.of())) {
            boolean right;
            try (var server = world.serve();
                    var benchmark = new UssdBenchmark(
                            BenchWorld.ussd(server), BenchWorld.bareForm(server), people, callers, 0)) {
                UssdBenchmark.AGENTS.forEach(agent -> world.agent(agent, UssdBenchmark.FLOAT));
                stage("registering " + people + " people");
                right = isRight(benchmark.prepare());
                out.println("bench ussd: " + conditions());
                var table = new ComparisonTable(out, "bare form POST");
                var looking = benchmark.looking(plan());
                right &= print(table, looking);
                var ratio = looking.ratio();
                out.println("ratio " + ratio + (ratio.compareTo(AIM) >= 0 ? ": reaches" : ": short of") + " the aim of "
                        + AIM);
                right &= print(table, benchmark.balance(plan()));
                right &= print(table, benchmark.paying(plan()));
                right &= print(table, benchmark.text(BenchWorld.bareText(server), plan()));
            }
            return isClean(world) && right;
        }
    }

    private boolean sms(PrintWriter out) {
        try (var benchmark = new SmsBenchmark(people);
                var world = BenchWorld.in(config, benchmark.environment())) {
            boolean right;
            try (var server = world.serve();
                    var session = benchmark.with(
                            server.address().resolve("/gateways/twilio/sms"),
                            BenchWorld.ussd(server),
                            BenchWorld.bareText(server),
                            callers)) {
                SmsBenchmark.AGENTS.forEach(agent -> world.agent(agent, SmsBenchmark.FLOAT));
                stage("registering " + people + " people");
                right = isRight(session.prepare());
                out.println("bench sms: " + conditions() + ", signed as Twilio signs, answers delivered meanwhile");
                var table = new ComparisonTable(out, "bare POST of the text");
                right &= print(table, session.reading(plan()));
                right &= answered(benchmark);
                right &= print(table, session.quoting(plan()));
                right &= answered(benchmark);
            }
            return isClean(world) && right;
        }
    }

    private boolean answered(SmsBenchmark benchmark) {
        return isZero(benchmark.wrongAnswers(), "answers by SMS were not what should have come");
    }

    private boolean print(ComparisonTable table, Comparison comparison) {
        table.print(comparison);
        return comparison.wrong() == 0;
    }

    private boolean isRight(Measured prepared) {
        prepared.samples().forEach(out()::println);
        return isZero(prepared.wrong(), "answers were wrong while people were registered");
    }

    private boolean isClean(BenchWorld world) {
        return isZero(world.isClean() ? 0 : 1, "audit is not clean");
    }

    private boolean isZero(long wrong, String what) {
        if (wrong > 0) {
            out().println(wrong + " " + what);
            out().flush();
        }
        return wrong == 0;
    }

    private String conditions() {
        return callers + " at once of " + people + ", " + rounds + " rounds of " + millis + " ms, "
                + Runtime.getRuntime().availableProcessors() + " processors, Java "
                + Runtime.version().feature();
    }

    private Plan plan() {
        return new Plan(rounds, Duration.ofMillis(millis), this::stage);
    }

    /** One line that is written over; elsewhere than on a terminal nobody watches. */
    private void stage(String doing) {
        if (Prompt.isTerminal()) {
            out().print("\r" + doing + " ".repeat(Math.max(0, STAGE_WIDTH - doing.length())) + "\r");
            out().flush();
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private void require(boolean holds, String message) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
