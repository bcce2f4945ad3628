package org.homeline.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.testing.People.done;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeline.api.OperatorDesk;
import org.homeline.ledger.Audit;
import org.homeline.operation.Outcome;
import org.homeline.settlement.Partner.Kind;
import org.homeline.settlement.link.DayClosing;
import org.homeline.settlement.link.Links;
import org.homeline.settlement.reconciliation.ItemFile;
import org.homeline.simulator.bank.Item;
import org.homeline.testing.Eventually;
import org.homeline.testing.TestServer;
import org.homeline.testing.TwoOperators;
import org.homeline.time.StoryClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Business days with a simulated bank over real sockets: asked, compared, and put right where they do not agree. */
final class ReconciliationTest {
    private static final String US = BankWorld.US;
    private static final Currency USD = Currency.getInstance("USD");

    private final StoryClock clock = StoryClock.running();

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDayThatAgreesIsClosedByItself(boolean postgres) {
        try (var world = world(postgres)) {
            var day = trade(world);
            world.fault(US, "drop-answer 0200");
            assertThat(world.ended(world.give(US, Kind.DEBIT, 777))).isEqualTo(Instruction.REVERSED);
            pass(world, day);
            var closed = closed(world, day, SettlementDay.BALANCED);
            var bank = world.bank(US).totals(day, USD);
            assertThat(closed.ours()).isEqualTo(closed.theirs());
            assertThat(closed.ours().netCredit())
                    .isEqualTo(bank.netCreditMinor())
                    .isEqualTo(2_000 - 1_234 - 500);
            assertThat(closed.ours().debits()).isEqualTo(new DayTotals.Sum(3, 2_511));
            assertThat(closed.ours().debitReversals()).isEqualTo(new DayTotals.Sum(1, 777));
            world.assertReconciled();
            assertThat(status(world)).contains("closed=" + day, "signed on");
        }
    }

    /** The bank may have undone something on it. */
    @Test
    void aDayWithoutInstructionsIsClosedToo() {
        try (var world = world(false)) {
            var day = trade(world);
            pass(world, day);
            closed(world, day, SettlementDay.BALANCED);
            world.bank(US).sendBack(rrn(world, day).strip());
            pass(world, day.plusDays(1));
            var quiet = closed(world, day.plusDays(1), SettlementDay.DIFFERENT);
            assertThat(quiet.ours()).isEqualTo(DayTotals.NONE);
            assertThat(quiet.theirs())
                    .isEqualTo(new DayTotals(
                            DayTotals.Sum.NONE, DayTotals.Sum.NONE, DayTotals.Sum.NONE, new DayTotals.Sum(1, 1_234)));
            pass(world, day.plusDays(2));
            closed(world, day.plusDays(2), SettlementDay.BALANCED);
        }
    }

    private static String rrn(BankWorld world, LocalDate day) {
        return world.bank(US).items(day).stream()
                .filter(item -> item.amountMinor() == 1_234)
                .map(Item::retrievalReferenceNumber)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAdviceThatIsNotAnsweredIsRepeated() {
        try (var world = world(false)) {
            var day = trade(world);
            world.fault(US, "drop-answer 0520", "drop-request 0521", "garbage 0521");
            pass(world, day);
            var closed = closed(world, day, SettlementDay.BALANCED);
            assertThat(closed.tries()).isEqualTo(4);
            assertThat(closed.due()).isNull();
            assertThat(world.bank(US).faults()).isEmpty();
        }
    }

    /** The operator hears of it, and the bank is asked anew a day later. */
    @Test
    void aDayThatTheBankSaysNothingAboutIsTakenUpAgain() {
        try (var world = world(false)) {
            var day = trade(world);
            world.fault(US, "drop-answer 0520");
            world.fault(US, Collections.nCopies(20, "drop-answer 0521").toArray(String[]::new));
            pass(world, day);
            var days = world.server().get(SettlementDays.class);
            Eventually.holds(() -> days.of(US, day).stream().anyMatch(one -> one.tries() > 0), () -> days.of(US, day));
            clock.advance(Duration.ofMinutes(61));
            Eventually.holds(() -> status(world).contains("NO ANSWER ABOUT 1 DAY"), () -> days.of(US, day));
            var rests = days.of(US, day).getFirst();
            assertThat(rests.stan()).isNull();
            assertThat(rests.due()).isEqualTo(rests.since()).isAfter(clock.instant());
            var meters = world.server().get(MeterRegistry.class);
            assertThat(meters.counter("homeline.settlement.unanswered", "partner", US)
                            .count())
                    .isEqualTo(1);
            clock.advance(Duration.ofDays(1));
            closed(world, day, SettlementDay.BALANCED);
            assertThat(status(world)).doesNotContain("NO ANSWER");
        }
    }

    /** Whether the answer refuses or says nothing of the totals, the day waits for one that does. */
    @Test
    void anAnswerThatRefusesIsNone() {
        try (var world = world(false)) {
            var day = trade(world);
            world.fault(US, "decline:96 0520", "lost-sign-on 0521");
            pass(world, day);
            closed(world, day, SettlementDay.BALANCED);
        }
    }

    @Test
    void anOperatorClosesADayByHand() throws IOException {
        try (var world = world(false)) {
            var day = trade(world);
            var closing = world.server().get(DayClosing.class);
            assertThat(closing.close("nobody", null)).isInstanceOf(DayClosing.Result.UnknownPartner.class);
            assertThat(closing.close(BankWorld.US, day.minusDays(3)))
                    .isEqualTo(new DayClosing.Result.NothingToClose(day.minusDays(3)));
            assertThat(closing.close(US, day.plusDays(1))).isEqualTo(new DayClosing.Result.NotBegun(day));
            assertThat(state(closing.close(US, day))).isEqualTo(SettlementDay.OPEN);

            var more = world.give(US, Kind.DEBIT, 100);
            assertThat(world.ended(more)).isEqualTo(Instruction.SETTLED);
            pass(world, day);
            assertThat(state(closing.close(US, null))).isEqualTo(SettlementDay.BALANCED);
            assertThat(state(closing.close(US, day))).isEqualTo(SettlementDay.BALANCED);
            var typed = "{\"partner\":\"demo-us\",\"day\":\"" + day + "\"}";
            var answer = world.server().get(OperatorDesk.class).ask("close-day", typed, "ana", "close-1");
            assertThat(world.server().get(ObjectMapper.class).writeValueAsString(answer))
                    .contains("DayClosed", "at the bank", "3 of USD 18.34");
        }
    }

    @Test
    void withoutALinkItIsSaidSo() throws Exception {
        try (var server = TestServer.onH2(Map.of("homeline.connect." + US, "127.0.0.1:" + freePort()))) {
            var closing = server.get(DayClosing.class);
            assertThat(closing.close(US, null)).isEqualTo(new DayClosing.Result.NoLink("no server runs"));
            server.get(Links.class).start();
            assertThat(closing.close(BankWorld.KE, null)).isEqualTo(new DayClosing.Result.NoLink("off"));
            Eventually.holds(
                    () -> closing.close(US, null) instanceof DayClosing.Result.NoLink(var why)
                            && why.startsWith("connecting: "),
                    () -> closing.close(US, null));
        }
    }

    private static int freePort() throws IOException {
        try (var nobody = new ServerSocket(0)) {
            return nobody.getLocalPort();
        }
    }

    /** The bank booked it, and nobody here knows: found by the items, proposed by one, approved by another. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anInstructionInDoubtIsResolvedByTwo(boolean postgres) throws Exception {
        try (var world = world(postgres)) {
            var day = trade(world);
            var doubt = doubt(world, 4_000);
            assertThat(exceptions(world)).contains(doubt.toString(), "unresolved", "give-back?");
            pass(world, day);
            closed(world, day, SettlementDay.DIFFERENT);

            var file = Files.readString(world.bank(US).writeItems(folder, day));
            done(take(world, day, file), "Taken");
            assertThat(done(compare(world, day), "Compared").toString()).contains("newExceptions=0, knownExceptions=1");
            assertThat(exceptions(world)).contains("booked debit of USD 40.00", "settle?");
            assertThat(show(world, doubt)).contains("at the bank", "0200", "0420", "sent", "received");

            done(approve(world, doubt, "settle", "ben"), "NotProposed");
            done(resolve(world, doubt, "suspense", "ana"), "Unfit");
            done(resolve(world, UUID.randomUUID(), "settle", "ana"), "UnknownException");
            done(resolve(world, doubt, "settle", "ana"), "Proposed");
            done(approve(world, doubt, "settle", "ana"), "SamePerson");
            done(approve(world, doubt, "settle", "root (ana)"), "SamePerson");
            done(resolve(world, doubt, "give-back", "cara"), "Proposed");
            assertThat(approve(world, doubt, "settle", "ben").toString())
                    .isEqualTo("Changed[correction=give-back, gap=40.00USD, instruction=null, proposedBy=cara]");
            assertThat(world.instruction(doubt).state()).isEqualTo(Instruction.EXCEPTION);
            done(resolve(world, doubt, "settle", "ana"), "Proposed");

            var approved = approve(world, doubt, "settle", "ben", "once");
            done(approved, "Approved");
            assertThat(approve(world, doubt, "settle", "ben", "once")).isEqualTo(approved);
            done(approve(world, doubt, "settle", "ben"), "AlreadyResolved");
            assertThat(world.instruction(doubt).state()).isEqualTo(Instruction.SETTLED);
            assertThat(world.heard(doubt)).containsExactly("cash-in");
            assertThat(closed(world, day, SettlementDay.BALANCED).theirs()).isNotNull();
            assertThat(exceptions(world)).doesNotContain(doubt.toString());
            world.assertReconciled();
        }
    }

    /** What was known of a day is not all there is: without items the bank is asked anew, and with them all is found. */
    @Test
    void aDayIsResolvedOnlyOnceItsItemsWereCompared() throws Exception {
        try (var world = world(false)) {
            var day = trade(world);
            var doubt = doubt(world, 4_000);
            pass(world, day);
            var before = closed(world, day, SettlementDay.DIFFERENT);
            done(resolve(world, doubt, "give-back", "ana"), "Proposed");
            done(approve(world, doubt, "give-back", "ben"), "Approved");
            var after = closed(world, day, SettlementDay.DIFFERENT);
            assertThat(after.stan()).isNotEqualTo(before.stan());

            done(take(world, day, Files.readString(world.bank(US).writeItems(folder, day))), "Taken");
            done(compare(world, day), "Compared");
            var found = waiting(world).getFirst();
            assertThat(found.kind() + " " + found.gapMinor()).isEqualTo("different-status 4000");
            done(resolve(world, found.id(), "suspense", "ana"), "Proposed");
            done(approve(world, found.id(), "suspense", "ben"), "Approved");
            assertThat(closed(world, day, SettlementDay.RESOLVED).due()).isNull();
            world.assertReconciled();
        }
    }

    /** A correction that is open again because later items agree keeps the day from being over, as any exception does. */
    @Test
    void aDayIsNotOverWhileACorrectionOfItIsInQuestion() throws Exception {
        try (var world = world(false)) {
            var day = trade(world);
            var doubt = doubt(world, 4_000);
            pass(world, day);
            closed(world, day, SettlementDay.DIFFERENT);
            assertThat(status(world)).contains("DIFFERENT AT THE BANK: ./homeline settlement close-day demo-us " + day);
            assertThat(exceptions(world)).contains("DifferentDay[partner=demo-us, day=" + day);
            var right = Files.readString(world.bank(US).writeItems(folder, day));
            done(take(world, day, right.replace(",1234,", ",1200,")), "Taken");
            done(compare(world, day), "Compared");
            var amount = waiting(world).stream()
                    .filter(one -> one.kind().equals("different-amount"))
                    .findFirst()
                    .orElseThrow();
            done(resolve(world, amount.id(), "suspense", "ana"), "Proposed");
            done(approve(world, amount.id(), "suspense", "ben"), "Approved");
            done(take(world, day, right), "Taken");
            for (int time = 0; time < 2; time++) {
                done(compare(world, day), "Compared");
                assertThat(waiting(world)).hasSize(2);
            }
            assertThat(resolve(world, doubt, "give-back", "ana").toString())
                    .contains(
                            "moves=USD 40.00",
                            "the bank's items have \"booked debit of USD 40.00\" of it",
                            "--gap=40.00USD");
            done(resolve(world, doubt, "settle", "ana"), "Proposed");
            done(approve(world, doubt, "settle", "ben"), "Approved");
            closed(world, day, SettlementDay.DIFFERENT);
            done(resolve(world, amount.id(), "accept", "ana"), "Proposed");
            done(approve(world, amount.id(), "accept", "ben"), "Approved");
            closed(world, day, SettlementDay.BALANCED);
            world.assertReconciled();
        }
    }

    /** An item that undoes an instruction says why that is missing: both are one, also when the day is closed by it. */
    @Test
    void aDayIsResolvedWithWhatItsItemsUndo() throws Exception {
        try (var world = world(false)) {
            var day = trade(world);
            var doubt = doubt(world, 4_000);
            pass(world, day);
            closed(world, day, SettlementDay.DIFFERENT);
            var right = Files.readString(world.bank(US).writeItems(folder, day));
            var credit = right.lines()
                    .filter(line -> line.contains(",2000,"))
                    .findFirst()
                    .orElseThrow();
            var rrn = credit.split(",")[2];
            var file = right.replace(credit, "%s,000777,%s,credit,2000,USD,******5678,reversed".formatted(day, rrn));
            done(take(world, day, file), "Taken");
            done(compare(world, day), "Compared");
            assertThat(waiting(world))
                    .extracting(Discrepancy::kind)
                    .containsExactlyInAnyOrder("unresolved", "unknown-to-us");
            done(resolve(world, doubt, "settle", "ana"), "Proposed");
            done(approve(world, doubt, "settle", "ben"), "Approved");
            var item = waiting(world).getFirst();
            done(resolve(world, item.id(), "suspense", "ana"), "Proposed");
            done(approve(world, item.id(), "suspense", "ben"), "Approved");
            closed(world, day, SettlementDay.RESOLVED);
            assertThat(world.server().get(Audit.class).run().broken()).isEmpty();
        }
    }

    /** The bank has booked what was in doubt, and undone it by another item: its day is not over by saying that it was booked. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDoubtThatTheBankHasUndoneKeepsItsDayOpen(boolean itemFirst) throws Exception {
        try (var world = world(false)) {
            var day = trade(world);
            var doubt = doubt(world, 4_000);
            pass(world, day);
            closed(world, day, SettlementDay.DIFFERENT);
            var right = Files.readString(world.bank(US).writeItems(folder, day));
            var rrn = world.instruction(doubt).rrn();
            var file = right + "%s,000777,%s,debit,4000,USD,******5678,reversed\n".formatted(day, rrn);
            done(take(world, day, file), "Taken");
            done(compare(world, day), "Compared");
            var item = waiting(world).stream()
                    .filter(one -> one.kind().equals("unknown-to-us"))
                    .findFirst()
                    .orElseThrow();
            done(resolve(world, item.id(), "accept", "ana"), "Proposed");
            if (itemFirst) {
                done(approve(world, item.id(), "accept", "ben"), "Approved");
            }
            done(resolve(world, doubt, "settle", "ana"), "Proposed");
            done(approve(world, doubt, "settle", "ben"), "Approved");
            if (!itemFirst) {
                done(approve(world, item.id(), "accept", "ben"), "CannotSettle");
            }
            assertThat(world.server().get(SettlementDays.class).of(US, day))
                    .extracting(SettlementDay::state)
                    .doesNotContain(SettlementDay.RESOLVED);
            done(compare(world, day), "Compared");
            assertThat(waiting(world))
                    .extracting(one -> one.kind() + " " + one.gapMinor() + " " + one.proposal())
                    .containsExactly("unknown-to-us -4000 return");
        }
    }

    /** The bank has reversed it, although its answers said nothing. */
    @Test
    void anInstructionThatTheBankHasNotIsGivenBack() throws Exception {
        try (var world = world(false)) {
            var day = trade(world);
            world.fault(US, "drop-request 0200", "decline:58 042x");
            var doubt = world.give(US, Kind.CREDIT, 300);
            inDoubt(world, doubt);
            pass(world, day);
            closed(world, day, SettlementDay.BALANCED);
            done(resolve(world, doubt, "settle", "ana"), "BalancedWithoutIt");
            done(resolve(world, doubt, "give-back", "ana"), "Proposed");
            done(approve(world, doubt, "give-back", "ben"), "Approved");
            assertThat(world.instruction(doubt).state()).isEqualTo(Instruction.DECLINED);
            assertThat(world.heard(doubt)).containsExactly("refunded");
            closed(world, day, SettlementDay.BALANCED);
            world.assertReconciled();
        }
    }

    /** Items that only one side has, or has otherwise, and each way to put that right. */
    @Test
    void differencesAreCorrectedByNewJournals() throws Exception {
        try (var world = world(false)) {
            var day = trade(world);
            pass(world, day);
            closed(world, day, SettlementDay.BALANCED);
            var changed = Files.readString(world.bank(US).writeItems(folder, day))
                            .lines()
                            .filter(line -> !line.contains(",2000,"))
                            .map(line -> line.replace(",1234,", ",1200,"))
                            .collect(Collectors.joining("\n"))
                    + "\n%s,000999,612300000999,credit,5000,USD,******5678,booked".formatted(day)
                    + "\n%s,000998,612300000998,debit,70,USD,******5678,reversed\n".formatted(day);
            done(take(world, day, changed), "Taken");
            assertThat(done(compare(world, day), "Compared").toString()).contains("newExceptions=4, knownExceptions=0");
            assertThat(done(compare(world, day), "Compared").toString()).contains("newExceptions=0, knownExceptions=4");

            var found = world.server().get(Discrepancies.class).findWaiting();
            assertThat(found)
                    .extracting(one -> one.kind() + " " + one.gapMinor() + " " + one.proposal())
                    .containsExactlyInAnyOrder(
                            "different-amount -34 suspense",
                            "missing-at-bank 2000 suspense",
                            "unknown-to-us -5000 suspense",
                            "unknown-to-us 0 accept");
            for (var one : found) {
                var as = one.kind().equals("missing-at-bank") ? "write-off" : one.proposal();
                done(resolve(world, one.id(), as, "ana"), "Proposed");
                done(approve(world, one.id(), as, "ben"), "Approved");
            }
            assertThat(position(world).owed().minor()).isEqualTo(2_000 - 1_234 - 500 + 34 - 2_000 + 5_000);
            assertThat(world.server().get(Audit.class).run().broken()).isEmpty();
        }
    }

    /** Before the day is over its items are not all there yet. */
    @Test
    void itemsAreComparedOnceTheDayIsOver() {
        try (var world = world(false)) {
            done(compare(world, trade(world)), "DayNotOver");
        }
    }

    @Test
    void whoeverHasTheOrderInDoubtStillHoldsItsMoney() {
        try (var world = world(false)) {
            trade(world);
            var doubt = doubt(world, 600);
            assertThat(position(world).booked().minor()).isEqualTo(2_000 - 1_234 - 500);
            assertThat(world.server().get(Audit.class).run().broken()).isEmpty();
            assertThat(world.instruction(doubt).isOver()).isFalse();
        }
    }

    private BankWorld world(boolean postgres) {
        return BankWorld.at(clock, postgres);
    }

    /** Just after a cut-over, so that a test has a whole day before it: two debits and a credit. */
    private LocalDate trade(BankWorld world) {
        var cutOver = world.server().get(Partners.class).of(US).cutOver();
        var now = clock.instant();
        clock.advance(Duration.between(now, cutOver.end(cutOver.day(now))).plusMinutes(1));
        var given = List.of(
                world.give(US, Kind.DEBIT, 1_234), world.give(US, Kind.DEBIT, 500), world.give(US, Kind.CREDIT, 2_000));
        given.forEach(one -> assertThat(world.ended(one)).isEqualTo(Instruction.SETTLED));
        return java.util.Objects.requireNonNull(
                world.instruction(given.getFirst()).day());
    }

    private UUID doubt(BankWorld world, long minor) {
        world.fault(US, "drop-answer 0200", "decline:58 042x");
        var doubt = world.give(US, Kind.DEBIT, minor);
        inDoubt(world, doubt);
        return doubt;
    }

    private static NetPositions.Position position(BankWorld world) {
        return world.server().get(NetPositions.class).all().stream()
                .filter(one -> one.partner().id().equals(US))
                .findFirst()
                .orElseThrow();
    }

    private static void inDoubt(BankWorld world, UUID doubt) {
        Eventually.holds(
                () -> world.instruction(doubt).state().equals(Instruction.EXCEPTION), () -> world.instruction(doubt));
    }

    private void pass(BankWorld world, LocalDate day) {
        var end = world.server().get(Partners.class).of(US).cutOver().end(day);
        clock.advance(Duration.between(clock.instant(), end).plusSeconds(1));
    }

    private static SettlementDay closed(BankWorld world, LocalDate day, String state) {
        var days = world.server().get(SettlementDays.class);
        Eventually.holds(
                () -> days.of(US, day).stream().anyMatch(one -> one.state().equals(state)), () -> days.of(US, day));
        return days.of(US, day).getFirst();
    }

    private static String state(DayClosing.Result result) {
        return result instanceof DayClosing.Result.Compared(var days)
                ? days.getFirst().state()
                : result.toString();
    }

    private static Outcome operator(BankWorld world, String who, String operation, Map<String, Object> in) {
        return new TwoOperators(world.server()).by(who, operation, in);
    }

    private static Outcome take(BankWorld world, LocalDate day, String file) throws Exception {
        return operator(
                world,
                "ana",
                "settlement.takeItems",
                Map.of("partner", US, "day", day, "first", true, "items", ItemFile.read(file, day)));
    }

    private static Outcome compare(BankWorld world, LocalDate day) {
        return operator(world, "ana", "settlement.compareItems", Map.of("partner", US, "day", day));
    }

    private static Outcome resolve(BankWorld world, UUID id, String as, String who) {
        return new TwoOperators(world.server()).resolve(id, as, who);
    }

    private static Outcome approve(BankWorld world, UUID id, String as, String who) {
        return new TwoOperators(world.server()).approve(id, as, who);
    }

    private static Outcome approve(BankWorld world, UUID id, String as, String who, String key) {
        return new TwoOperators(world.server()).approve(id, as, who, key);
    }

    private static List<Discrepancy> waiting(BankWorld world) {
        return world.server().get(Discrepancies.class).findWaiting();
    }

    private static String exceptions(BankWorld world) {
        return operator(world, "ana", "settlement.exceptions", Map.of()).toString();
    }

    private static String status(BankWorld world) {
        return operator(world, "ana", "settlement.status", Map.of()).toString();
    }

    private static String show(BankWorld world, UUID id) {
        return operator(world, "ana", "settlement.show", Map.of("id", id.toString()))
                .toString();
    }
}
