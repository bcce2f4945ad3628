package org.homeline;

import io.micronaut.json.tree.JsonNode;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Currency;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.homeline.simulator.bank.BankAccount;
import org.homeline.simulator.bank.BankSettings;
import org.homeline.simulator.bank.BankSimulator;
import org.homeline.simulator.bank.Wire;
import org.homeline.simulator.bench.IsoBenchmark;
import org.homeline.simulator.bench.Plan;
import org.homeline.simulator.bench.UssdBenchmark;
import org.homeline.time.StoryClock;

/**
 * Instructions to a bank that wait while it is away: how many a second it has answered once it is there, each durable before it is
 * sent and its end durable after, beside jPOS's QMUX and an echo with as many in flight.
 */
record BenchBank(BenchWorld world, IsoBenchmark beside, int port, int people, PrintWriter out) {
    private static final Currency SHILLINGS = Currency.getInstance("KES");
    private static final Duration DONE_WITHIN = Duration.ofMinutes(3);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(2);
    private static final int CALLERS = 32;

    boolean run(Plan plan) {
        boolean right = true;
        for (int round = 0; round < IsoBenchmark.IN_FLIGHT.size(); round++) {
            right &= measure(round, IsoBenchmark.IN_FLIGHT.get(round), plan);
        }
        return right;
    }

    private boolean measure(int round, int inFlight, Plan plan) {
        world.configure(BenchIso.PARTNER, text -> text.replaceAll("(?m)^window: .*$", "window: " + inFlight));
        try (var server = world.serve();
                var dialling = new UssdBenchmark(
                        BenchWorld.ussd(server), BenchWorld.bareForm(server), people, Math.min(CALLERS, people), 0)) {
            plan.stage().accept("%d instructions that wait for a bank".formatted(people));
            var asked = dialling.link(round);
            asked.samples().forEach(out::println);
            int count = dialling.numbers().size();
            var took = drain(round, count);
            var echo = beside.echoing(inFlight, plan.time());
            long perSecond = count * 1_000_000_000L / Math.max(1, took.toNanos());
            var ratio = BigDecimal.valueOf(perSecond)
                    .divide(BigDecimal.valueOf(Math.max(1, echo.perSecond())), 3, RoundingMode.HALF_UP);
            out.printf(
                    Locale.ROOT,
                    "%-34s %,9d                       ratio %s to %,d echoes/s%n",
                    "bank instructions, %d in flight".formatted(inFlight),
                    perSecond,
                    ratio,
                    echo.perSecond());
            out.flush();
            return asked.wrong() == 0;
        }
    }

    /** From the first that the bank books to the last whose end is in the books. */
    private Duration drain(int round, int count) {
        var accounts = IntStream.range(0, count)
                .mapToObj(i -> BankAccount.of(UssdBenchmark.account(round, i), "Amina Otieno", "KES", 1_000_000))
                .toArray(BankAccount[]::new);
        var settings = BankSettings.of(Wire.BINARY).withPort(port).withAccounts(accounts);
        try (var bank = BankSimulator.start(settings, StoryClock.running())) {
            await(() -> bank.position(SHILLINGS) > 0);
            long began = System.nanoTime();
            await(() -> bank.position(SHILLINGS) >= count * 2_000L);
            await(() -> underWay() == 0);
            return Duration.ofNanos(System.nanoTime() - began);
        }
    }

    private long underWay() {
        long sum = 0;
        for (JsonNode partner : OutcomePrinter.field(
                        world.ask("settlement.status").values(), "items")
                .values()) {
            sum += OutcomePrinter.field(partner, "underWay").getLongValue();
        }
        return sum;
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + DONE_WITHIN.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new CannotStartException("the instructions to the bank were not done in time");
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }
}
