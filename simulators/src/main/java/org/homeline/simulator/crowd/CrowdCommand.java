package org.homeline.simulator.crowd;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.homeline.simulator.handset.Dialling;
import org.homeline.simulator.prompt.Prompt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** A crowd in the terminal. */
@Command(
        name = "crowd",
        description = {
            "A crowd of virtual people with phones, all at once, against a server on this machine.",
            "They register, look at balances, pay in and take out cash, send money and press wrong keys; then a table says",
            "how long the steps took. Status 1 if any answer was wrong. Ctrl-C ends it with the table so far."
        },
        mixinStandardHelpOptions = true)
public final class CrowdCommand implements Callable<Integer> {
    private static final int MOST_PEOPLE = 2_000;
    private static final long MOST_STEPS = 10_000_000;
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration TABLE_WITHIN = Duration.ofSeconds(20);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--people", paramLabel = "N", defaultValue = "50", description = "how many (${DEFAULT-VALUE})")
    private int people;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = Seconds.class,
            description = "how long at most, as 30s, 5m (30s; with --steps, 1h)")
    private @Nullable Duration time;

    @Option(names = "--steps", paramLabel = "N", description = "how many steps at most, all together")
    private @Nullable Long steps;

    @Mixin
    private Dialling dialling = new Dialling();

    @Option(
            names = "--agent",
            paramLabel = "NUMBER",
            defaultValue = "+254722000111",
            description = "an agent in Kenya with a float, for cash; may be given again (${DEFAULT-VALUE})")
    private List<String> agents = List.of();

    @Option(names = "--agent-pin", paramLabel = "PIN", defaultValue = "5093", description = "their PIN (5093)")
    @SuppressWarnings("NullAway.Init")
    private String agentPin;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "the same seed brings the same people with the same plans")
    private @Nullable Long seed;

    /** Whole seconds or minutes. */
    static final class Seconds implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            if (!text.matches("\\d{1,4}[smh]")) {
                throw new TypeConversionException("write a time as 30s, 5m or 1h, not " + text);
            }
            long count = Long.parseLong(text.substring(0, text.length() - 1));
            return switch (text.charAt(text.length() - 1)) {
                case 's' -> Duration.ofSeconds(count);
                case 'm' -> Duration.ofMinutes(count);
                default -> Duration.ofHours(count);
            };
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        check();
        if (!dialling.answers(spec.commandLine().getErr())) {
            return 1;
        }
        long used = seed == null ? new SecureRandom().nextInt(Integer.MAX_VALUE) : seed;
        var out = spec.commandLine().getOut();
        var tally = new Tally();
        var budget = budget();
        var printed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(budget, printed), "stop-crowd"));
        try (var carrier = dialling.dialling()) {
            var crowd = new Crowd(carrier, dialling.serviceCode(), tally, budget);
            out.println("A crowd of " + people + ", seed " + used + ".");
            agents.stream().filter(agent -> !crowd.opens(agent, agentPin)).forEach(agent -> missing(out, agent));
            out.flush();
            live(crowd, used, tally, budget);
        } finally {
            tally.print(out, budget.elapsedMillis());
            printed.countDown();
        }
        return tally.wrongAnswers() == 0 && tally.steps() > 0 ? 0 : 1;
    }

    private void live(Crowd crowd, long used, Tally tally, Budget budget) throws InterruptedException {
        if (!Prompt.isTerminal()) {
            crowd.live(people, used);
            return;
        }
        var progress = new Progress(spec.commandLine().getErr(), tally, budget);
        try {
            crowd.live(people, used);
        } finally {
            progress.close();
        }
    }

    private static void missing(PrintWriter out, String agent) {
        out.println(
                agent + " is no agent there with that PIN, so nobody pays cash in or out with that one. To make one:");
        out.println("  ./homeline agent add " + agent + " \"Crowd's Shop\"");
        out.println("  ./homeline agent float " + agent + " 1000000 \"for the crowd\"");
    }

    private Budget budget() {
        long most = steps == null ? MOST_STEPS : steps;
        var longest = time == null ? (steps == null ? Duration.ofSeconds(30) : LONGEST) : time;
        return new Budget(most, longest);
    }

    /** On Ctrl-C: the people finish their steps, and the table is printed; it is already where all went well. */
    private static void stop(Budget budget, CountDownLatch printed) {
        budget.stop();
        try {
            printed.await(TABLE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void check() {
        require(people >= 1 && people <= MOST_PEOPLE, "--people is from 1 to " + MOST_PEOPLE);
        require(steps == null || (steps >= 1 && steps <= MOST_STEPS), "--steps is from 1 to " + MOST_STEPS);
        require(
                time == null || (time.isPositive() && time.compareTo(LONGEST) <= 0),
                "--for is from 1s to " + LONGEST.toHours() + "h");
        require(
                isHere(dialling.server()),
                "a crowd is for a server on this machine: " + dialling.server() + " is none");
    }

    private void require(boolean holds, String message) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    /** Whether every address of the host is this machine's own. */
    static boolean isHere(URI server) {
        var host = server.getHost();
        try {
            return host != null
                    && "http".equals(server.getScheme())
                    && Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }
}
