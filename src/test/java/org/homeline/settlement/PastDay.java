package org.homeline.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.testing.People.done;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeline.ledger.Audit;
import org.homeline.operation.Outcome;
import org.homeline.settlement.Partner.Kind;
import org.homeline.settlement.reconciliation.BankItem;
import org.homeline.settlement.reconciliation.ItemFile;
import org.homeline.testing.Eventually;
import org.homeline.testing.TwoOperators;
import org.homeline.time.StoryClock;

/**
 * A business day that is over and has balanced: debits of 12.34 and 5 dollars, and a credit of 20. Its items are taken from
 * files that tests change. Close it.
 */
final class PastDay implements AutoCloseable {
    private static final String US = BankWorld.US;

    private final StoryClock clock = StoryClock.running();
    private final BankWorld world;
    private final LocalDate day;
    private final String right;

    private PastDay(boolean postgres, Path folder) throws Exception {
        world = BankWorld.at(clock, postgres);
        var cutOver = world.server().get(Partners.class).of(US).cutOver();
        var now = clock.instant();
        clock.advance(Duration.between(now, cutOver.end(cutOver.day(now))).plusMinutes(1));
        var given = List.of(
                world.give(US, Kind.DEBIT, 1_234), world.give(US, Kind.DEBIT, 500), world.give(US, Kind.CREDIT, 2_000));
        given.forEach(one -> assertThat(world.ended(one)).isEqualTo(Instruction.SETTLED));
        day = Objects.requireNonNull(world.instruction(given.getFirst()).day());
        clock.advance(Duration.between(clock.instant(), cutOver.end(day)).plusSeconds(1));
        Eventually.holds(() -> state().equals(SettlementDay.BALANCED), this::state);
        right = Files.readString(world.bank(US).writeItems(folder, day));
    }

    static PastDay on(boolean postgres, Path folder) throws Exception {
        return new PastDay(postgres, folder);
    }

    private String state() {
        return world.server().get(SettlementDays.class).of(US, day).stream()
                .map(SettlementDay::state)
                .findFirst()
                .orElse("");
    }

    /** What the bank has, as it says it in a file. */
    String right() {
        return right;
    }

    /** The file without an amount's line, in minor units. */
    String without(int minor) {
        return right.lines()
                .filter(line -> !line.contains("," + minor + ","))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    LocalDate day() {
        return day;
    }

    Outcome take(List<BankItem> items, boolean first) {
        return two().by(
                        "ana",
                        "settlement.takeItems",
                        Map.of("partner", US, "day", day, "first", first, "items", items));
    }

    Outcome compare(Map<String, Object> more) {
        var inputs = new HashMap<String, Object>(Map.of("partner", US, "day", day));
        inputs.putAll(more);
        return two().by("ana", "settlement.compareItems", inputs);
    }

    /** Both, as {@code close-day --items} does. */
    String compared(String file) throws Exception {
        var items = ItemFile.read(file, day);
        done(take(items, true), "Taken");
        return done(compare(Map.of("digest", BankItem.digest(items))), "Compared")
                .toString();
    }

    List<Discrepancy> waiting() {
        return world.server().get(Discrepancies.class).findWaiting();
    }

    /** The only one that waits. */
    Discrepancy found() {
        assertThat(waiting()).hasSize(1);
        return waiting().getFirst();
    }

    Discrepancy now(UUID id) {
        return world.server().get(Discrepancies.class).findById(id).orElseThrow();
    }

    TwoOperators two() {
        return new TwoOperators(world.server());
    }

    /** What Homeline owes the bank in the books. */
    long owed() {
        var partner = world.server().get(Partners.class).of(US);
        return world.server()
                .get(NetPositions.class)
                .booked(partner, org.joda.money.CurrencyUnit.USD)
                .minor();
    }

    void assertClean() {
        assertThat(world.server().get(Audit.class).run().broken()).isEmpty();
    }

    @Override
    public void close() {
        world.close();
    }
}
