package org.homeline.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.testing.People.amount;
import static org.homeline.testing.People.done;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.homeline.ledger.AccountCode;
import org.homeline.operation.Outcome;
import org.homeline.settlement.reconciliation.ItemFile;
import org.homeline.testing.BankReturns;
import org.homeline.testing.BankTown;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A bank's files of a day come in any number and say anything, and operators correct what they show in any order and in any way
 * that they are let. Once the last file is right and all that it shows is corrected, the books have what the bank has, and no
 * customer had anything back twice.
 */
final class ItemFilesTest {
    private static final String AMINA = "+12025550143";
    private static final String US = "demo-us";
    private static final int SENT = 3;
    private static final int FILES = 3;
    private static final int STEPS = 6;
    /** By then everything must have found its end. */
    private static final int ROUNDS = 12;

    /** For more of them: -Dhomeline.seeds=1000. */
    private static final int SEEDS = Integer.getInteger("homeline.seeds", 12);

    private static final long FIRST = Long.getLong("homeline.seed", 1);

    @TempDir
    private Path folder = Path.of("");

    /** The header, and the proof of the link. */
    private List<String> others = List.of();

    private final List<String> story = new ArrayList<>();

    static long[] seeds() {
        return LongStream.range(FIRST, FIRST + SEEDS).toArray();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theBooksEndAsTheBankHasIt(long seed) throws Exception {
        var random = new Random(seed);
        try (var town = new BankTown()) {
            var returns = new BankReturns(town, folder);
            var sent = sent(town, returns, random);
            var day = Objects.requireNonNull(sent.getFirst().day());
            returns.end(US, day);
            others = others(town, sent, day);
            long before = atBank(returns);
            long wallet = wallet(town);
            var operators = new Operators(town, returns, day, random);
            for (int file = 0; file < FILES; file++) {
                var items = file(sent, day, random);
                operators.take(items.lines(), random.nextInt(4) > 0);
                for (int step = random.nextInt(STEPS); step > 0; step--) {
                    operators.anything(sent);
                }
            }
            var last = file(sent, day, random);
            operators.finish(last.lines());
            assertThat(atBank(returns) - before)
                    .as(() -> seed + ": " + String.join("\n", story))
                    .isEqualTo(last.more());
            long back = sent.stream()
                    .map(one ->
                            town.server().get(Instructions.class).find(one.id()).orElseThrow())
                    .filter(one -> one.state().equals(Instruction.RETURNED))
                    .mapToLong(one -> -one.effectMinor())
                    .sum();
            assertThat(wallet(town) - wallet).isEqualTo(back);
            var lost = returns.balance(AccountCode.WRITE_OFF, "USD");
            if (lost.isNegative()) {
                done(
                        town.people()
                                .desk()
                                .operator(
                                        "treasury.cover",
                                        Map.of("amount", lost.abs(), "reason", "what was written off")),
                        "Covered");
            }
            assertThat(town.broken()).isEmpty();
        }
    }

    private List<Instruction> sent(BankTown town, BankReturns returns, Random random) {
        town.linkedWith(AMINA, "60");
        var sent = new ArrayList<Instruction>();
        for (int one = 0; one < SENT; one++) {
            var amount = random.nextBoolean() ? "10" : "12.50";
            if (random.nextInt(3) == 0) {
                town.sent(AMINA, "banking.fund", amount, "came from");
                sent.add(returns.newest("banking.fund"));
            } else {
                town.sent(AMINA, "banking.withdraw", amount, "is in ..6789");
                sent.add(returns.newest("banking.withdraw"));
            }
        }
        return sent;
    }

    private List<String> others(BankTown town, List<Instruction> sent, LocalDate day) throws Exception {
        return Files.readString(town.us().writeItems(folder, day))
                .lines()
                .filter(line -> sent.stream().noneMatch(one -> line.contains(Objects.requireNonNull(one.rrn()))))
                .toList();
    }

    private static long wallet(BankTown town) {
        return town.wallet(AMINA, "USD").stream().mapToLong(Long::longValue).sum();
    }

    /** What Homeline owes the bank. */
    private static long atBank(BankReturns returns) {
        return returns.balance(AccountCode.SETTLEMENT, "USD").minor();
    }

    /**
     * A day's file.
     *
     * @param more what Homeline owes the bank by it, beyond what it has been told
     */
    private record Day(String lines, long more) {}

    /** Likewise of one instruction. */
    private record Shown(List<String> lines, long more) {}

    private Day file(List<Instruction> sent, LocalDate day, Random random) {
        var lines = new ArrayList<>(others);
        long more = 0;
        int stan = 900_000;
        for (var one : sent) {
            var shown = shown(one, day, stan, random);
            stan += 2;
            lines.addAll(shown.lines());
            more += shown.more();
        }
        if (random.nextInt(3) == 0) {
            lines.add(line(day, stan, "999999999999", "credit", 700, "booked"));
            more += 700;
        }
        return new Day(String.join("\n", lines) + "\n", more);
    }

    private static Shown shown(Instruction one, LocalDate day, int stan, Random random) {
        var booked = line(one, day, one.minor(), "booked");
        var reversed = line(one, day, one.minor(), "reversed");
        var rrn = Objects.requireNonNull(one.rrn());
        var other = line(day, stan, rrn, one.kind(), one.minor(), "reversed");
        var second = line(day, stan + 1, rrn, one.kind(), one.minor(), "reversed");
        var foreign = line(day, stan, "7777777" + rrn.substring(7), one.kind(), one.minor(), "reversed");
        boolean debit = one.kind().equals(Partner.Kind.DEBIT.label());
        long gone = debit ? one.minor() : -one.minor();
        return switch (random.nextInt(13)) {
            case 0, 1, 2 -> new Shown(List.of(booked), 0);
            case 3 -> new Shown(List.of(line(one, day, one.minor() - 25, "booked")), debit ? 25 : -25);
            case 4 -> new Shown(List.of(line(one, day, one.minor() + 75, "booked")), debit ? -75 : 75);
            case 5 -> new Shown(List.of(reversed), gone);
            case 6 -> new Shown(List.of(), gone);
            case 7 -> new Shown(List.of(other), gone);
            case 8 -> new Shown(List.of(reversed, other), gone);
            case 9 -> new Shown(List.of(booked, other), gone);
            case 10 -> new Shown(List.of(booked, other, second), gone);
            case 11 -> {
                var part = line(day, stan, rrn, one.kind(), one.minor() - 25, "reversed");
                yield new Shown(List.of(booked, part), debit ? one.minor() - 25 : 25 - one.minor());
            }
            default -> new Shown(List.of(foreign), gone);
        };
    }

    private static String line(Instruction one, LocalDate day, long minor, String status) {
        return line(
                day, Objects.requireNonNull(one.stan()), Objects.requireNonNull(one.rrn()), one.kind(), minor, status);
    }

    private static String line(LocalDate day, int stan, String rrn, String kind, long minor, String status) {
        return "%s,%06d,%s,%s,%d,USD,******6789,%s".formatted(day, stan, rrn, kind, minor, status);
    }

    /** Ana and Ben. */
    private final class Operators {
        private final BankTown town;
        private final BankReturns returns;
        private final LocalDate day;
        private final Random random;

        Operators(BankTown town, BankReturns returns, LocalDate day, Random random) {
            this.town = town;
            this.returns = returns;
            this.day = day;
            this.random = random;
        }

        void take(String lines, boolean comparing) throws Exception {
            var items = ItemFile.read(lines, day);
            say(comparing ? "compared:\n" + lines : "taken:\n" + lines);
            var input = Map.<String, Object>of("partner", US, "day", day, "first", true, "items", items);
            done(returns.operators().by("ana", "settlement.takeItems", input), "Taken");
            if (comparing) {
                compare();
            }
        }

        private void compare() {
            done(
                    returns.operators().by("ana", "settlement.compareItems", Map.of("partner", US, "day", day)),
                    "Compared");
            found().forEach(one -> say("  " + one.kind() + " " + one.state() + " gap " + one.gapMinor() + " booked "
                    + one.bookedAs() + " " + one.id() + " of " + one.instruction()));
        }

        /** One of them does something with one of the exceptions, which may be refused. */
        void anything(List<Instruction> sent) {
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
            resolve(one.id(), ways.get(random.nextInt(ways.size())), sent.get(random.nextInt(sent.size())));
            if (random.nextBoolean()) {
                approve(one.id());
            }
        }

        /** All that the last file shows, until there is nothing left of it. */
        void finish(String lines) throws Exception {
            take(lines, true);
            for (int round = 0; round < ROUNDS; round++) {
                for (var one : found()) {
                    toEnd(one.id());
                }
                compare();
            }
            assertThat(returns.waiting()).as(() -> String.join("\n", story)).isEmpty();
        }

        private void toEnd(UUID id) {
            var one = find(id);
            boolean agrees = one.isParked() && one.theirs().equals(Discrepancy.AGREES);
            boolean isStanding = one.isParked() && !one.isWaiting() && !agrees;
            if (one.isOver() || isStanding || (one.isDecided() && one.gapMinor() == 0 && !one.isWaiting())) {
                return;
            }
            if (agrees || one.gapMinor() == 0) {
                resolve(id, Correction.ACCEPT);
                approve(id);
                return;
            }
            var move = one.instruction() != null && random.nextInt(3) == 0
                    ? Correction.RETURN
                    : random.nextBoolean() ? Correction.SUSPENSE : Correction.WRITE_OFF;
            if (!resolve(id, move)) {
                resolve(id, Correction.SUSPENSE);
            }
            approve(id);
        }

        private void resolve(UUID id, Correction as, Instruction named) {
            if (as == Correction.RETURN && find(id).instruction() == null) {
                proposes(
                        id,
                        as,
                        returns.operators()
                                .resolve(id, as.label(), "ana", named.id().toString()));
            } else {
                resolve(id, as);
            }
        }

        private boolean resolve(UUID id, Correction as) {
            return proposes(id, as, returns.operators().resolve(id, as.label(), "ana"));
        }

        private boolean proposes(UUID id, Correction as, Outcome outcome) {
            say("  ana: " + as + " of " + id + ": " + outcome);
            return outcome.getClass().getSimpleName().equals("Proposed");
        }

        private void approve(UUID id) {
            var as = Optional.ofNullable(find(id).correction()).orElse("none");
            say("  ben: " + as + " of " + id + ": " + returns.operators().approve(id, as, "ben"));
        }

        private Discrepancy find(UUID id) {
            return town.server().get(Discrepancies.class).findById(id).orElseThrow();
        }

        private List<Discrepancy> found() {
            return town.server().get(Discrepancies.class).findOfDay(US, day);
        }
    }

    private void say(String what) {
        story.addAll(Arrays.asList(what.split("\n")));
    }
}
