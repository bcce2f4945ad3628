package org.homeline.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.testing.People.done;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.homeline.ledger.Audit;
import org.homeline.money.Money;
import org.homeline.operation.Actor;
import org.homeline.operation.Outcome;
import org.homeline.settlement.Partner.Kind;
import org.homeline.settlement.reconciliation.StatementFile;
import org.homeline.testing.Desk;
import org.homeline.testing.People;
import org.homeline.time.StoryClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What banks pay and are paid, and the statements that show it. */
final class StatementImportTest {
    private static final String US = BankWorld.US;
    private static final String HEADER = "date,amount,currency,direction,reference,text\n";

    private final StoryClock clock = StoryClock.running();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aStatementIsMatchedWithTheBooksOnce(boolean postgres) throws Exception {
        try (var world = BankWorld.at(clock, postgres)) {
            new People(world.server()).agent("+16175550123", "Corner Shop", "20");
            taken(world, 1_234);
            done(settle(world, 1_234, "NET-0303"), "Settled");

            var statement = today(Files.readString(Path.of("src/test/resources/settlement/camt053.xml")));
            assertThat(imported(world, statement)).isEqualTo("Imported[matched=2, newExceptions=1, seenBefore=0]");
            assertThat(imported(world, statement)).isEqualTo("Imported[matched=0, newExceptions=0, seenBefore=3]");

            var fee = world.server().get(Discrepancies.class).findWaiting().getFirst();
            assertThat(fee.theirs()).isEqualTo("out USD 7.50 3");
            assertThat(fee.proposal()).isEqualTo("suspense");
            done(resolve(world, fee.id(), "suspense", "ana"), "Proposed");
            done(approve(world, fee.id(), "suspense", "ben"), "Approved");
            assertThat(world.server().get(Audit.class).run().broken()).isEmpty();
        }
    }

    /** The bank paid, and nobody had booked that. */
    @Test
    void aLineThatSettlesThePositionIsProposedAsThat() throws Exception {
        try (var world = BankWorld.at(clock, false)) {
            taken(world, 500);
            var file = HEADER + "%s,5.00,USD,in,WIRE-9,\n%s,5.00,USD,in,WIRE-10,\n".formatted(day(), day());
            assertThat(imported(world, file)).isEqualTo("Imported[matched=0, newExceptions=2, seenBefore=0]");
            var found = world.server().get(Discrepancies.class).findWaiting();
            assertThat(found).extracting(Discrepancy::proposal).containsOnly("settle");
            for (var one : found) {
                done(resolve(world, one.id(), "settle", "ana"), "Proposed");
            }
            done(approve(world, found.getFirst().id(), "settle", "ben"), "Approved");
            done(approve(world, found.getLast().id(), "settle", "ben"), "CannotSettle");
            done(resolve(world, found.getLast().id(), "suspense", "ben"), "Proposed");
            done(approve(world, found.getLast().id(), "suspense", "ana"), "Approved");
            assertThat(owed(world)).isZero();
            assertThat(imported(world, file)).isEqualTo("Imported[matched=0, newExceptions=0, seenBefore=2]");
            assertThat(world.server().get(Audit.class).run().broken()).isEmpty();
        }
    }

    @Test
    void noMoreIsSettledThanIsOwedAndNothingTwice() {
        try (var world = BankWorld.at(clock, false)) {
            new People(world.server());
            done(settle(world, 1, "A-1"), "BeyondPosition");
            taken(world, 1_000);
            done(settle(world, 1_001, "A-1"), "BeyondPosition");
            done(settle(world, 400, "A-1"), "Settled");
            done(settle(world, 600, "A-1"), "ReferenceUsed");
            done(settle(world, 600, " "), "BadReference");
            done(settle(world, 600, "A-2"), "Settled");
            assertThat(owed(world)).isZero();

            put(world, 3_000);
            assertThat(owed(world)).isEqualTo(3_000);
            var paid = settle(world, 2_500, "B-1");
            done(paid, "Settled");
            assertThat(paid.toString()).contains("paidBy=Homeline", "USD 5.00");
            assertThat(held(world, "safeguarding")).isZero();
            assertThat(held(world, "prefunding")).isEqualTo(5_000_000 - 1_500);
            assertThat(world.server().get(Audit.class).run().broken()).isEmpty();
        }
    }

    /** Told once each time that the line is passed, and shown by metrics. */
    @Test
    void theOperatorHearsWhenTheAlarmLineIsPassed() {
        try (var world = BankWorld.at(clock, false)) {
            new People(world.server());
            var watch = world.server().get(SettlementWatch.class);
            var meters = world.server().get(MeterRegistry.class);
            watch.run();
            put(world, 8_000_000);
            watch.run();
            watch.run();
            assertThat(meters.counter("homeline.settlement.cap.alarm", "partner", US)
                            .count())
                    .isEqualTo(1);
            assertThat(meters.get("homeline.settlement.net")
                            .tags("partner", US, "currency", "USD")
                            .gauge()
                            .value())
                    .isEqualTo(8_000_000);
            assertThat(new Desk(world.server())
                            .operator("settlement.status", Map.of())
                            .toString())
                    .contains("OVER THE ALARM LINE");
            done(settle(world, 4_000_000, "C-1"), "Settled");
            watch.run();
            put(world, 4_000_000);
            watch.run();
            assertThat(meters.counter("homeline.settlement.cap.alarm", "partner", US)
                            .count())
                    .isEqualTo(2);
        }
    }

    private static void taken(BankWorld world, long minor) {
        assertThat(world.ended(world.give(US, Kind.DEBIT, minor))).isEqualTo(Instruction.SETTLED);
    }

    private static void put(BankWorld world, long minor) {
        assertThat(world.ended(world.give(US, Kind.CREDIT, minor))).isEqualTo(Instruction.SETTLED);
    }

    private static long owed(BankWorld world) {
        var partner = world.server().get(Partners.class).of(US);
        return world.server()
                .get(NetPositions.class)
                .booked(partner, Money.of(0, "USD").currency())
                .minor();
    }

    private static long held(BankWorld world, String account) {
        return world.server().get(org.homeline.ledger.Balances.class).byKind().stream()
                .filter(one -> one.code().label().equals(account)
                        && one.balance().currency().getCode().equals("USD"))
                .mapToLong(one -> -one.balance().minor())
                .sum();
    }

    private static Outcome settle(BankWorld world, long minor, String reference) {
        return new Desk(world.server())
                .operator(
                        "settlement.settle",
                        Map.of("partner", US, "amount", Money.of(minor, "USD"), "reference", reference));
    }

    private static String imported(BankWorld world, String file) throws Exception {
        return new Desk(world.server())
                .operator("settlement.import", Map.of("partner", US, "lines", StatementFile.read(file)))
                .toString();
    }

    private static Outcome resolve(BankWorld world, UUID id, String as, String who) {
        return by(world, who, "settlement.resolve", Map.of("id", id.toString(), "as", as, "reason", "the statement"));
    }

    private static Outcome approve(BankWorld world, UUID id, String as, String who) {
        return by(world, who, "settlement.approve", Map.of("id", id.toString(), "as", as, "reason", "seen"));
    }

    private static Outcome by(BankWorld world, String who, String operation, Map<String, Object> inputs) {
        return new Desk(world.server())
                .perform(
                        operation,
                        inputs,
                        new Actor.Operator(who),
                        null,
                        UUID.randomUUID().toString());
    }

    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private String today(String statement) {
        return statement
                .replace("2026-03-03", day().toString())
                .replace("2026-03-04", day().plusDays(1).toString());
    }
}
