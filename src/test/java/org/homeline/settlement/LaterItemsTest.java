package org.homeline.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.testing.People.done;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.homeline.settlement.reconciliation.BankItem;
import org.homeline.settlement.reconciliation.ItemFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bank's item file comes again and shows something else: what was decided by the one before is neither kept nor booked twice. */
final class LaterItemsTest {
    private static final long OWED = 2_000 - 1_234 - 500;

    @TempDir
    private Path folder = Path.of("");

    /** A corrected file takes the place of the one before, and of what was proposed by that one. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCorrectedFileLeavesOnlyWhatItShows(boolean postgres) throws Exception {
        try (var past = PastDay.on(postgres, folder)) {
            var wrong = past.right().replace(",1234,", ",1200,").replace(",2000,", ",2500,");
            past.compared(wrong.replace(",500,", ",400,"));
            var first = past.waiting();
            assertThat(first).extracting(Discrepancy::gapMinor).containsExactlyInAnyOrder(-34L, -100L, -500L);
            for (var one : first) {
                done(past.two().resolve(one.id(), "suspense", "ana"), "Proposed");
            }
            var second = wrong.replace(",1200,", ",1300,")
                    .lines()
                    .filter(line -> !line.contains(",2500,"))
                    .collect(Collectors.joining("\n", "", "\n"));
            assertThat(past.compared(second)).contains("newExceptions=1, knownExceptions=1, noLongerDifferent=2");
            assertThat(past.waiting())
                    .extracting(one -> one.kind() + " " + one.gapMinor() + " " + one.state() + " " + one.theirs())
                    .containsExactlyInAnyOrder(
                            "different-amount 66 open booked debit of USD 13.00", "missing-at-bank 2000 open nothing");
            for (var one : first) {
                assertThat(past.two().approve(one.id(), "suspense", "ben").toString())
                        .containsAnyOf("NotProposed", "AlreadyResolved");
            }

            assertThat(past.compared(past.right())).contains("noLongerDifferent=2");
            assertThat(past.waiting()).isEmpty();
            assertThat(past.compared(wrong)).contains("newExceptions=0, knownExceptions=2");
            assertThat(past.waiting()).extracting(Discrepancy::gapMinor).containsExactlyInAnyOrder(-34L, -500L);
            assertThat(past.owed()).isEqualTo(OWED);
            past.assertClean();
        }
    }

    /** What a correction moved is taken off the gap that a later file shows of the same instruction. */
    @Test
    void aGapThatWasCorrectedIsNotBookedOnceMore() throws Exception {
        try (var past = PastDay.on(false, folder)) {
            past.compared(past.right().replace(",1234,", ",1200,"));
            past.two().correct(past.found().id(), "suspense");
            assertThat(past.compared(past.right())).contains("correctionsInDoubt=1");
            assertThat(past.found().proposal()).isEqualTo("accept");
            assertThat(past.two().by("ana", "settlement.exceptions", Map.of()).toString())
                    .contains("state=open, in suspense");
            assertThat(past.two().resolve(past.found().id(), "return", "ana").toString())
                    .contains("it has not undone it");
            past.compared(past.right().replace(",1234,", ",1200,"));
            assertThat(past.waiting()).as("different again, and booked").isEmpty();

            past.compared(past.without(1_234));
            var second = past.found();
            assertThat(second.kind() + " " + second.gapMinor()).isEqualTo("missing-at-bank -1200");
            past.two().correct(second.id(), "suspense");
            assertThat(past.owed()).isEqualTo(2_000 - 500);
            past.assertClean();
        }
    }

    /** What was booked stays, and what is left of the other gap is decided on its own; both can be taken back. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anotherAmountThanTheOneThatWasCorrectedIsAnExceptionOfItsOwn(boolean postgres) throws Exception {
        try (var past = PastDay.on(postgres, folder)) {
            past.compared(past.right().replace(",1234,", ",1200,"));
            var first = past.found();
            past.two().correct(first.id(), "suspense");
            var more = past.right().replace(",1234,", ",1300,");
            assertThat(past.compared(more)).contains("newExceptions=1");
            assertThat(past.compared(more)).contains("newExceptions=0");
            var second = past.found();
            assertThat(second.kind() + " " + second.gapMinor() + " " + second.theirs())
                    .isEqualTo("different-amount 100 booked debit of USD 13.00");

            past.compared(past.right().replace(",1234,", ",1200,"));
            assertThat(past.waiting()).as("as it was corrected").isEmpty();
            past.compared(more);
            past.two().correct(second.id(), "write-off");
            assertThat(past.owed()).isEqualTo(OWED - 66);
            past.compared(more);
            assertThat(past.waiting()).as("booked").isEmpty();
            past.assertClean();

            assertThat(past.compared(past.right())).contains("correctionsInDoubt=2");
            assertThat(past.two().resolve(first.id(), "accept", "ana").toString())
                    .as("what comes back from suspense")
                    .contains("moves=USD 0.34", "--gap=0.34USD");
            past.two().correct(first.id(), "accept");
            past.two().correct(second.id(), "accept");
            assertThat(past.owed()).isEqualTo(OWED);
            past.assertClean();
        }
    }

    @Test
    void whatWasAcceptedAndThenDiffersOtherwiseIsOpenAgain() throws Exception {
        try (var past = PastDay.on(false, folder)) {
            var less = past.right().replace(",1234,", ",1200,");
            past.compared(less);
            past.two().correct(past.found().id(), "accept");
            past.compared(less);
            assertThat(past.waiting()).isEmpty();
            past.compared(past.right().replace(",1234,", ",1300,"));
            assertThat(past.found().gapMinor()).isEqualTo(66);
            past.compared(past.right());
            assertThat(past.waiting()).isEmpty();
            past.assertClean();
        }
    }

    /** Whoever proposed it saw other items. */
    @Test
    void whatIsProposedInPlaceOfACorrectionIsVoidOnceItemsShowOtherwise() throws Exception {
        try (var past = PastDay.on(false, folder)) {
            past.compared(past.without(2_000));
            var found = past.found();
            past.two().correct(found.id(), "suspense");
            for (var later : new String[] {past.right(), past.right().replace(",2000,", ",1500,")}) {
                past.compared(past.without(2_000));
                done(past.two().resolve(found.id(), "write-off", "ana"), "Proposed");
                past.compared(later);
                boolean agrees = later.equals(past.right());
                done(past.two().approve(found.id(), "write-off", "ben"), agrees ? "NotProposed" : "AlreadyResolved");
                assertThat(past.now(found.id()).isWaiting()).isEqualTo(agrees);
            }
            var standing = past.now(found.id());
            assertThat(standing.bookedAs() + " " + standing.bookedProposedBy() + " " + standing.bookedApprovedBy())
                    .isEqualTo("suspense ana ben");
            assertThat(past.owed()).isEqualTo(OWED - 2_000);
            past.assertClean();
        }
    }

    /** Two who take files of a day at once compare neither's, and a file of another bank is not taken. */
    @Test
    void onlyTheFileThatIsMeantIsCompared() throws Exception {
        try (var past = PastDay.on(false, folder)) {
            var mine = ItemFile.read(past.right(), past.day());
            done(past.take(mine.subList(0, 1), true), "Taken");
            var others = past.right().replace(",500,", ",400,");
            done(past.take(ItemFile.read(others, past.day()), true), "Taken");
            done(past.take(mine.subList(1, mine.size()), false), "Taken");
            done(past.compare(Map.of("digest", BankItem.digest(mine))), "OtherItems");
            assertThat(past.waiting()).isEmpty();
            assertThat(past.compared(past.right())).contains("newExceptions=0");
            assertThat(past.take(ItemFile.read(past.right().replace(",USD,", ",KES,"), past.day()), true)
                            .toString())
                    .isEqualTo("OtherCurrency[currency=KES, kept=[USD]]");
        }
    }
}
