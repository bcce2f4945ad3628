package org.homeline.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.testing.People.done;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.homeline.ledger.Audit;
import org.homeline.money.Money;
import org.homeline.operation.Outcome;
import org.homeline.settlement.Partner.Kind;
import org.homeline.settlement.reconciliation.StatementFile;
import org.homeline.testing.Desk;
import org.homeline.testing.People;
import org.homeline.testing.TwoOperators;
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
            settled(world, 1_234, "NET-0303");

            var statement = today(Files.readString(Path.of("src/test/resources/settlement/camt053.xml")));
            assertThat(imported(world, statement))
                    .isEqualTo("Imported[matched=2, newExceptions=1, seenBefore=0, paymentsNotShown=0]");
            assertThat(imported(world, statement))
                    .isEqualTo("Imported[matched=0, newExceptions=0, seenBefore=3, paymentsNotShown=0]");

            var fee = world.server().get(Discrepancies.class).findWaiting().getFirst();
            assertThat(fee.theirs()).isEqualTo("out USD 7.50 3");
            assertThat(fee.proposal()).isEqualTo("suspense");
            new TwoOperators(world.server()).correct(fee.id(), "suspense");
            assertThat(world.server().get(Audit.class).run().broken()).isEmpty();
        }
    }

    /** Five days on, no line has shown what was booked: it is owed again, and paid by what comes late. */
    @Test
    void aPaymentThatNoLineShowsIsFound() throws Exception {
        try (var world = BankWorld.at(clock, false)) {
            new People(world.server());
            taken(world, 500);
            taken(world, 700);
            settled(world, 500, "NET-1");
            settled(world, 700, "NET-2");
            var shown = HEADER + "%s,7.00,USD,in,NET-2,\n".formatted(day());
            assertThat(imported(world, shown)).contains("matched=1", "paymentsNotShown=0");
            clock.advance(Duration.ofDays(6));
            var later = HEADER + "%s,1.00,USD,in,X-1,\n".formatted(day());
            assertThat(imported(world, later)).contains("newExceptions=1", "paymentsNotShown=1");
            assertThat(imported(world, later)).contains("seenBefore=1, paymentsNotShown=0");
            var found = world.server().get(Discrepancies.class).findWaiting().stream()
                    .filter(one -> one.kind().equals("unshown-payment"))
                    .findFirst()
                    .orElseThrow();
            assertThat(found.ours() + " / " + found.theirs() + " " + found.proposal())
                    .isEqualTo("received USD 5.00 NET-1 / nothing give-back");
            new TwoOperators(world.server()).correct(found.id(), "give-back");
            assertThat(owed(world)).isEqualTo(-500);
            settled(world, 500, "NET-1 late");
            assertThat(owed(world)).isZero();
            assertThat(world.server().get(Audit.class).run().broken()).isEmpty();
        }
    }

    /** What is not shown at first is no loss once it is; what was given up meanwhile is not paid by halves. */
    @Test
    void aLineThatComesLateTellsWhatItIs() throws Exception {
        try (var world = BankWorld.at(clock, false)) {
            new People(world.server());
            taken(world, 500);
            taken(world, 700);
            imported(world, HEADER + "%s,0.10,USD,in,Z-1,\n".formatted(day()));
            settled(world, 500, "NET-1");
            settled(world, 700, "NET-2");
            var late = "%s,5.00,USD,in,NET-1,\n%s,7.00,USD,in,NET-2,\n".formatted(day(), day());
            clock.advance(Duration.ofDays(6));
            assertThat(imported(world, HEADER + "%s,0.20,USD,in,Z-2,\n".formatted(day())))
                    .contains("paymentsNotShown=2");
            var two = new TwoOperators(world.server());
            var first = unshown(world, "NET-1");
            var second = unshown(world, "NET-2");
            two.correct(first, "give-back");
            done(two.resolve(second, "give-back", "ana"), "Proposed");
            assertThat(owed(world)).isEqualTo(-500);

            assertThat(imported(world, HEADER + late)).contains("matched=1, newExceptions=1");
            done(two.approve(second, "give-back", "ben"), "AlreadyResolved");
            var line = world.server().get(Discrepancies.class).findWaiting().stream()
                    .filter(one -> one.theirs().contains("NET-1"))
                    .findFirst()
                    .orElseThrow();
            assertThat(line.proposal()).isEqualTo("settle");
            two.correct(line.id(), "settle");
            assertThat(owed(world)).isZero();
            assertThat(world.server().get(Audit.class).run().broken()).isEmpty();
        }
    }

    private static UUID unshown(BankWorld world, String reference) {
        return world.server().get(Discrepancies.class).findWaiting().stream()
                .filter(one ->
                        one.kind().equals("unshown-payment") && one.ours().contains(reference))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** What an operator says was paid and the line that shows it are one wire, whichever is booked first. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPaymentAndItsLineAreBookedOnce(boolean lineFirst) throws Exception {
        try (var world = BankWorld.at(clock, false)) {
            new People(world.server());
            taken(world, 1_100);
            var two = new TwoOperators(world.server());
            var id = (UUID) Desk.part(done(settle(world, 500, "wire-3"), "PaymentProposed"), "id");
            var file = HEADER + "%s,5.00,USD,in,Wire-3,settlement\n".formatted(day());
            assertThat(imported(world, file)).contains("matched=0, newExceptions=1");
            var line = world.server().get(Discrepancies.class).findWaiting().stream()
                    .filter(one -> one.line() != null)
                    .findFirst()
                    .orElseThrow()
                    .id();
            if (lineFirst) {
                two.correct(line, "settle");
                done(two.approve(id, "settle", "ben"), "AlreadyResolved");
            } else {
                done(two.approve(id, "settle", "ben"), "Approved");
                done(two.resolve(line, "settle", "ana"), "AlreadyResolved");
            }
            assertThat(owed(world)).isEqualTo(-600);
            assertThat(world.server().get(Discrepancies.class).findWaiting()).isEmpty();
            assertThat(imported(world, file.replace("5.00", "5").replace("settlement", "Settlement ")))
                    .contains("matched=0, newExceptions=0, seenBefore=1");
            clock.advance(Duration.ofDays(6));
            assertThat(imported(world, HEADER + "%s,0.20,USD,in,Z-2,\n".formatted(day())))
                    .contains("paymentsNotShown=0");
            assertThat(world.server().get(Audit.class).run().broken()).isEmpty();
        }
    }

    /** What was accepted moved nothing: the wire is booked once, whoever says so last. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasAcceptedAsNothingIsNotBookedTwice(boolean lineAccepted) throws Exception {
        try (var world = BankWorld.at(clock, false)) {
            new People(world.server());
            taken(world, 1_100);
            var two = new TwoOperators(world.server());
            var id = (UUID) Desk.part(done(settle(world, 500, "wire-3"), "PaymentProposed"), "id");
            two.correct(id, "accept");
            imported(world, HEADER + "%s,5.00,USD,in,Wire-3,settlement\n".formatted(day()));
            var line = world.server().get(Discrepancies.class).findWaiting().getFirst();
            if (lineAccepted) {
                two.correct(line.id(), "accept");
                settled(world, 500, "wire-3");
                done(two.resolve(line.id(), "settle", "ana"), "AlreadyResolved");
            } else {
                two.correct(line.id(), "settle");
                done(settle(world, 500, "wire-3"), "ReferenceUsed");
                done(two.resolve(id, "settle", "ana"), "AlreadyResolved");
            }
            assertThat(owed(world)).isEqualTo(-600);
            assertThat(world.server().get(Audit.class).run().broken()).isEmpty();
        }
    }

    /** The line shows what went over the safeguarding account; what came from prefunding is at the bank already. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPaymentOfTwoPartsIsShownByThePartThatWasSent(boolean late) throws Exception {
        try (var world = BankWorld.at(clock, false)) {
            new People(world.server()).agent("+16175550123", "Corner Shop", "20");
            put(world, 3_000);
            imported(world, HEADER + "%s,0.10,USD,in,Z-1,\n".formatted(day()));
            settled(world, 2_500, "B-1");
            assertThat(held(world, "prefunding")).isEqualTo(5_000_000 - 500);
            var line = HEADER + "%s,20.00,USD,out,B-1,\n".formatted(day());
            if (late) {
                clock.advance(Duration.ofDays(6));
                assertThat(imported(world, HEADER + "%s,0.20,USD,in,Z-2,\n".formatted(day())))
                        .contains("paymentsNotShown=1");
                var found = unshown(world, "B-1");
                assertThat(world.server().get(Discrepancies.class).findById(found))
                        .hasValueSatisfying(one -> assertThat(one.gapMinor()).isEqualTo(2_000));
            }
            assertThat(imported(world, line)).contains("matched=1, newExceptions=0");
            assertThat(world.server().get(Discrepancies.class).findWaiting())
                    .extracting(Discrepancy::kind)
                    .doesNotContain("unshown-payment");
            assertThat(world.server().get(Audit.class).run().broken()).isEmpty();
        }
    }

    /** The line came before the payment was approved: it shows a part of that, and is nothing else. */
    @Test
    void theLineOfAPaymentOfTwoPartsMayComeFirst() throws Exception {
        try (var world = BankWorld.at(clock, false)) {
            new People(world.server()).agent("+16175550123", "Corner Shop", "20");
            put(world, 5_000);
            var two = new TwoOperators(world.server());
            var id = (UUID) Desk.part(done(settle(world, 2_500, "B-1"), "PaymentProposed"), "id");
            imported(world, HEADER + "%s,20.00,USD,out,B-1,\n".formatted(day()));
            var line = world.server().get(Discrepancies.class).findWaiting().stream()
                    .filter(one -> one.line() != null)
                    .findFirst()
                    .orElseThrow();
            assertThat(two.resolve(line.id(), "settle", "ana").toString())
                    .startsWith("NotNow")
                    .contains(id + " says USD 25.00 of the same payment");
            done(two.approve(id, "settle", "ben"), "Approved");
            done(two.resolve(line.id(), "settle", "ana"), "AlreadyResolved");
            assertThat(owed(world)).isEqualTo(2_500);
            assertThat(held(world, "safeguarding")).isZero();
            assertThat(world.server().get(Audit.class).run().broken()).isEmpty();
        }
    }

    /** One that says another amount of the same payment is wrong, or the line is. */
    @Test
    void aPaymentOfAnotherAmountThanItsLineIsNotBooked() throws Exception {
        try (var world = BankWorld.at(clock, false)) {
            new People(world.server());
            taken(world, 1_100);
            var two = new TwoOperators(world.server());
            var id = (UUID) Desk.part(done(settle(world, 600, "wire-3"), "PaymentProposed"), "id");
            imported(
                    world,
                    HEADER + "%s,5.00,USD,in,Wire-3,settlement\n%s,1.00,USD,in,Wire-3,rest\n".formatted(day(), day()));
            assertThat(two.approve(id, "settle", "ben").toString())
                    .startsWith("CannotSettle")
                    .contains("of the same payment");
            two.correct(id, "accept");
            for (var one : world.server().get(Discrepancies.class).findWaiting()) {
                two.correct(one.id(), "settle");
            }
            assertThat(owed(world)).isEqualTo(-500);
            assertThat(world.server().get(Audit.class).run().broken()).isEmpty();
        }
    }

    @Test
    void whatCanNotBeIsNotTaken() throws Exception {
        try (var world = BankWorld.at(clock, false)) {
            new People(world.server());
            var tomorrow = HEADER + "%s,5.00,USD,in,W-1,\n".formatted(day().plusDays(2));
            assertThat(imported(world, tomorrow)).startsWith("NotYet");
            assertThat(imported(world, HEADER + "%s,5.00,USD,in,W-1,\n".formatted(day())))
                    .contains("newExceptions=1");
            var line = world.server().get(Discrepancies.class).findWaiting().getFirst();
            assertThat(new TwoOperators(world.server())
                            .resolve(line.id(), "settle", "ana")
                            .toString())
                    .isEqualTo(
                            "NotNow[why=it is beyond the net position: Homeline owes USD 0.00. Where it is a slip, resolve it as accept]");
        }
    }

    /** A day's items say nothing of what was paid. */
    @Test
    void whatWasPaidIsNotWithdrawnByADaysItems() throws Exception {
        try (var world = BankWorld.at(clock, false)) {
            new People(world.server());
            taken(world, 500);
            var proposed = done(settle(world, 500, "NET-1"), "PaymentProposed");
            var partner = world.server().get(Partners.class).of(US);
            var day = partner.cutOver().day(clock.instant());
            clock.advance(Duration.between(clock.instant(), partner.cutOver().end(day))
                    .plusSeconds(1));
            var two = new TwoOperators(world.server());
            done(two.by("ana", "settlement.compareItems", Map.of("partner", US, "day", day)), "Compared");
            done(two.approve((UUID) Desk.part(proposed, "id"), "settle", "ben"), "Approved");
            assertThat(owed(world)).isZero();
        }
    }

    /** What one says was paid is booked by nobody alone, and can turn out not to have been. */
    @Test
    void aPaymentIsBookedOnceAnotherApproves() {
        try (var world = BankWorld.at(clock, false)) {
            new People(world.server());
            taken(world, 500);
            var id = (UUID) Desk.part(done(settle(world, 500, "NET-1"), "PaymentProposed"), "id");
            assertThat(owed(world)).isEqualTo(-500);
            done(settle(world, 400, "NET-1"), "PaymentProposed");
            done(settle(world, 500, "NET-1"), "PaymentProposed");
            var two = new TwoOperators(world.server());
            done(two.approve(id, "settle", "tester"), "SamePerson");
            assertThat(two.by("ben", "settlement.approve", Map.of("id", id.toString(), "as", "settle", "reason", "x")))
                    .hasToString("Changed[correction=settle, gap=5.00USD, instruction=null, proposedBy=tester]");
            two.correct(id, "accept");
            assertThat(owed(world)).isEqualTo(-500);
            two.correct(id, "settle");
            assertThat(owed(world)).isZero();
            done(two.resolve(id, "accept", "ana"), "AlreadyResolved");
            taken(world, 500);
            done(settle(world, 500, "NET-1"), "ReferenceUsed");
            assertThat(world.server().get(Audit.class).run().broken()).isEmpty();
        }
    }

    /** The bank paid, and nobody had booked that. */
    @Test
    void aLineThatSettlesThePositionIsProposedAsThat() throws Exception {
        try (var world = BankWorld.at(clock, false)) {
            taken(world, 500);
            var file = HEADER + "%s,5.00,USD,in,WIRE-9,\n%s,5.00,USD,in,WIRE-10,\n".formatted(day(), day());
            assertThat(imported(world, file))
                    .isEqualTo("Imported[matched=0, newExceptions=2, seenBefore=0, paymentsNotShown=0]");
            var found = world.server().get(Discrepancies.class).findWaiting();
            assertThat(found).extracting(Discrepancy::proposal).containsOnly("settle");
            for (var one : found) {
                done(new TwoOperators(world.server()).resolve(one.id(), "settle", "ana"), "Proposed");
            }
            done(new TwoOperators(world.server()).approve(found.getFirst().id(), "settle", "ben"), "Approved");
            done(new TwoOperators(world.server()).approve(found.getLast().id(), "settle", "ben"), "CannotSettle");
            done(new TwoOperators(world.server()).resolve(found.getLast().id(), "suspense", "ben"), "Proposed");
            done(new TwoOperators(world.server()).approve(found.getLast().id(), "suspense", "ana"), "Approved");
            assertThat(owed(world)).isZero();
            assertThat(imported(world, file))
                    .isEqualTo("Imported[matched=0, newExceptions=0, seenBefore=2, paymentsNotShown=0]");
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
            settled(world, 400, "A-1");
            done(settle(world, 600, "A-1"), "ReferenceUsed");
            done(settle(world, 600, " "), "BadReference");
            settled(world, 600, "A-2");
            assertThat(owed(world)).isZero();

            put(world, 3_000);
            assertThat(owed(world)).isEqualTo(3_000);
            var paid = done(settle(world, 2_500, "B-1"), "PaymentProposed");
            done(new TwoOperators(world.server()).approve((UUID) Desk.part(paid, "id"), "settle", "ben"), "Approved");
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
            settled(world, 4_000_000, "C-1");
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

    private static void settled(BankWorld world, long minor, String reference) {
        new TwoOperators(world.server())
                .settle(Map.of("partner", US, "amount", Money.of(minor, "USD"), "reference", reference));
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

    /** Today, where the bank is. */
    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("America/New_York"));
    }

    /** Its last line is of today: one of tomorrow is taken only where the bank's business day is ahead of the date. */
    private String today(String statement) {
        return statement.replace("2026-03-03", day().minusDays(1).toString()).replace("2026-03-04", day().toString());
    }
}
