package org.homeline.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.testing.People.done;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.Audit;
import org.homeline.ledger.Balances;
import org.homeline.money.Money;
import org.homeline.operation.Outcome;
import org.homeline.settlement.reconciliation.StatementFile;
import org.homeline.testing.Desk;
import org.homeline.testing.People;
import org.homeline.testing.TwoOperators;
import org.homeline.time.StoryClock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Wires between banks, what operators say of them and the statements that show them, in any order, with slips: once all lines are
 * there and all is corrected, the safeguarding account is what the statements say, and each wire is booked once.
 */
final class StatementFilesTest {
    private static final String US = BankWorld.US;
    private static final long OWED = 5_000;
    private static final int STEPS = 14;
    /** So that what operators say and its line are still near enough to be one. */
    private static final int MOST_DAYS = 4;

    private static final int ROUNDS = 8;

    /** For more of them: -Dhomeline.seeds=1000. */
    private static final int SEEDS = Integer.getInteger("homeline.seeds", 6);

    private static final long FIRST = Long.getLong("homeline.seed", 1);

    private final StoryClock clock = StoryClock.running();
    private final List<String> story = new ArrayList<>();

    static long[] seeds() {
        return LongStream.range(FIRST, FIRST + SEEDS).toArray();
    }

    /** @param exists whether it was ever sent */
    private record Wire(String reference, long minor, LocalDate day, boolean exists) {
        private String line(boolean in) {
            return "%s,%s,USD,%s,%s,\n"
                    .formatted(day, Money.of(minor, "USD").major().toPlainString(), in ? "in" : "out", reference);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSafeguardingAccountEndsAsTheStatementsSay(long seed) throws Exception {
        var random = new Random(seed);
        try (var world = BankWorld.at(clock, false)) {
            boolean in = random.nextBoolean();
            new People(world.server()).agent("+16175550123", "Corner Shop", "200");
            assertThat(world.ended(world.give(US, in ? Partner.Kind.DEBIT : Partner.Kind.CREDIT, OWED)))
                    .isEqualTo(Instruction.SETTLED);
            long before = held(world);
            var wires = new ArrayList<Wire>();
            for (int number = 1; number <= 4; number++) {
                long minor = 300 + 200L * random.nextInt(3);
                wires.add(new Wire("N" + number + "W", minor, day(), random.nextInt(5) > 0));
            }
            var operators = new Operators(world, wires, in, random);
            operators.first();
            int days = 0;
            for (int step = 0; step < STEPS; step++) {
                days += operators.anything(MOST_DAYS - days);
            }
            operators.finish();
            long shown =
                    wires.stream().filter(Wire::exists).mapToLong(Wire::minor).sum();
            assertThat(held(world) - before)
                    .as(() -> seed + ": " + String.join("\n", story))
                    .isEqualTo((in ? shown : -shown) + operators.others);
            var lost = balance(world, AccountCode.WRITE_OFF);
            if (lost.isNegative()) {
                done(
                        new Desk(world.server())
                                .operator("treasury.cover", Map.of("amount", lost.abs(), "reason", "written off")),
                        "Covered");
            }
            assertThat(world.server().get(Audit.class).run().broken()).isEmpty();
        }
    }

    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("America/New_York"));
    }

    private static long held(BankWorld world) {
        return -balance(world, AccountCode.SAFEGUARDING).minor();
    }

    private static Money balance(BankWorld world, AccountCode code) {
        return world.server().get(Balances.class).byKind().stream()
                .filter(one ->
                        one.code() == code && one.balance().currency().getCode().equals("USD"))
                .map(Balances.OfKind::balance)
                .reduce(Money.of(0, "USD"), Money::plus);
    }

    /** Ana, who says, and Ben, who approves. */
    private final class Operators {
        private final BankWorld world;
        private final List<Wire> wires;
        private final boolean in;
        private final Random random;
        private final TwoOperators two;
        /** What lines show that is no wire, in minor units. */
        private long others;

        private int strays;

        Operators(BankWorld world, List<Wire> wires, boolean in, Random random) {
            this.world = world;
            this.wires = wires;
            this.in = in;
            this.random = random;
            this.two = new TwoOperators(world.server());
        }

        /** Statements have begun before all else. */
        void first() throws Exception {
            take(stray());
        }

        /** @return how many days it took */
        int anything(int mostDays) throws Exception {
            switch (random.nextInt(6)) {
                case 0, 1 -> pays(wires.get(random.nextInt(wires.size())));
                case 2 -> take(lines() + (random.nextInt(4) == 0 ? stray() : ""));
                case 3, 4 -> correct();
                default -> {
                    int days = random.nextInt(mostDays + 1);
                    clock.advance(Duration.ofDays(days));
                    say(days + " days");
                    return days;
                }
            }
            return 0;
        }

        private void pays(Wire wire) {
            long minor = random.nextInt(6) == 0 ? wire.minor() + 100 : wire.minor();
            var said = two.by(
                    "ana",
                    "settlement.settle",
                    Map.of("partner", US, "amount", Money.of(minor, "USD"), "reference", wire.reference()));
            say("ana: " + said);
            if (said.getClass().getSimpleName().equals("PaymentProposed") && random.nextBoolean()) {
                approve((UUID) Desk.part(said, "id"));
            }
        }

        /** Some of those that exist. */
        private String lines() {
            var lines = new StringBuilder();
            wires.stream()
                    .filter(wire -> wire.exists() && random.nextBoolean())
                    .forEach(wire -> lines.append(wire.line(in)));
            return lines.toString();
        }

        private String stray() {
            strays++;
            others += 10;
            return "%s,0.10,USD,in,Z-%d,\n".formatted(day(), strays);
        }

        private void take(String lines) throws Exception {
            if (lines.isEmpty()) {
                return;
            }
            var file = StatementFile.read("date,amount,currency,direction,reference,text\n" + lines);
            say(lines + two.by("ana", "settlement.import", Map.of("partner", US, "lines", file)));
        }

        private void correct() {
            var found = found();
            if (found.isEmpty()) {
                return;
            }
            var one = found.get(random.nextInt(found.size()));
            if (one.isProposed() && random.nextBoolean()) {
                approve(one.id());
                return;
            }
            var ways = Correction.of(one.what());
            if (resolve(one.id(), ways.get(random.nextInt(ways.size()))) && random.nextBoolean()) {
                approve(one.id());
            }
        }

        /** All lines are there, and then time has passed for what none shows. */
        void finish() throws Exception {
            var all = new StringBuilder();
            wires.stream().filter(Wire::exists).forEach(wire -> all.append(wire.line(in)));
            take(all + stray());
            toEnd();
            clock.advance(Duration.ofDays(6));
            say("6 days");
            take(stray());
            toEnd();
            assertThat(world.server().get(Discrepancies.class).findWaiting())
                    .as(() -> String.join("\n", story))
                    .isEmpty();
        }

        private void toEnd() {
            for (int round = 0; round < ROUNDS; round++) {
                for (var one : found()) {
                    toEnd(one);
                }
            }
        }

        private void toEnd(Discrepancy found) {
            var one =
                    world.server().get(Discrepancies.class).findById(found.id()).orElseThrow();
            boolean stands = !one.isWaiting()
                    && one.booked()
                            .filter(booked -> booked == Correction.SUSPENSE || booked == Correction.WRITE_OFF)
                            .isPresent();
            if (one.isOver() || stands) {
                return;
            }
            switch (one.what()) {
                case UNMATCHED_LINE -> {
                    if (!resolve(one.id(), Correction.SETTLE)) {
                        resolve(one.id(), Correction.SUSPENSE);
                    }
                    approve(one.id());
                }
                case PAYMENT -> {
                    if (one.isWaiting()) {
                        resolve(one.id(), Correction.ACCEPT);
                        approve(one.id());
                    }
                }
                default -> {
                    resolve(one.id(), Correction.GIVE_BACK);
                    approve(one.id());
                }
            }
        }

        private boolean resolve(UUID id, Correction as) {
            Outcome outcome = two.resolve(id, as.label(), "ana");
            say("  ana: " + as + " of " + id + ": " + outcome);
            return outcome.getClass().getSimpleName().equals("Proposed");
        }

        private void approve(UUID id) {
            var as = world.server()
                    .get(Discrepancies.class)
                    .findById(id)
                    .flatMap(one -> Optional.ofNullable(one.correction()))
                    .orElse("none");
            say("  ben: " + as + " of " + id + ": " + two.approve(id, as, "ben"));
        }

        private List<Discrepancy> found() {
            var from = day().minusDays(20);
            return from.datesUntil(from.plusDays(30))
                    .flatMap(day -> world.server().get(Discrepancies.class).findOfDay(US, day).stream())
                    .toList();
        }
    }

    private void say(String what) {
        story.add(what);
    }
}
