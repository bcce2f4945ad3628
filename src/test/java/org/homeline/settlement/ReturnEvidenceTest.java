package org.homeline.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.testing.People.done;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.homeline.ledger.AccountCode;
import org.homeline.money.Money;
import org.homeline.settlement.reconciliation.ItemFile;
import org.homeline.testing.BankReturns;
import org.homeline.testing.BankTown;
import org.homeline.testing.TwoOperators;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What several items and several exceptions say of one return: it moves once, and whatever a bank says last is heard. */
final class ReturnEvidenceTest {
    private static final String AMINA = "+12025550143";
    private static final String US = "demo-us";

    private final BankTown town = new BankTown();

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void close() {
        town.close();
    }

    /** A bank that names its return anew is believed as far as its item goes, and what was mistyped can be typed again. */
    @Test
    void anItemWithAReferenceOfItsOwnFitsOnlyItsOwnAmount() throws Exception {
        town.linkedWith(AMINA, "300");
        town.sent(AMINA, "banking.withdraw", "200", "is in ..6789");
        var other = returns().newest("banking.withdraw");
        town.sent(AMINA, "banking.withdraw", "20.25", "is in ..6789");
        var meant = Objects.requireNonNull(returns().newest("banking.withdraw").rrn());
        var day = Objects.requireNonNull(other.day());
        returns().end(US, day);
        var file = Files.readString(town.us().writeItems(folder, day))
                + "%s,000777,777777777777,credit,2025,USD,******6789,reversed\n".formatted(day);
        returns().compare(US, day, file);
        var found = returns().waiting().getFirst();
        assertThat(found.kind() + " " + found.gapMinor()).isEqualTo("unknown-to-us 0");
        assertThat(operators()
                        .resolve(found.id(), "return", "ana", Objects.requireNonNull(other.rrn()))
                        .toString())
                .contains("reversed credit of USD 20.25: that is not all of it");
        done(operators().resolve(found.id(), "return", "ana"), "NotReturned");
        done(operators().resolve(found.id(), "suspense", "ana"), "Unfit");
        done(operators().resolve(found.id(), "return", "ana", meant), "Proposed");
        done(operators().resolve(found.id(), "accept", "ana"), "Proposed");
        done(operators().resolve(found.id(), "return", "ana", meant), "Proposed");
        done(operators().approve(found.id(), "return", "ben"), "Approved");
        town.heard(AMINA, "came back");
        assertThat(town.broken()).isEmpty();
    }

    /** The same return shown by two exceptions reaches the customer once, whichever was corrected first. */
    @Test
    void whatIsInSuspenseByOneExceptionIsNotReturnedByAnother() throws Exception {
        var instruction = withdrawal();
        var first = returns().undone(town.us(), instruction);
        operators().correct(first.id(), "suspense");
        var day = Objects.requireNonNull(instruction.day());
        returns().compare(US, day, returns().without(town.us(), instruction));
        var second = returns().waiting().getFirst();
        assertThat(second.kind() + " " + second.gapMinor()).isEqualTo("missing-at-bank 0");
        done(operators().resolve(second.id(), "return", "ana"), "NotReturned");
        operators().correct(first.id(), "return");
        town.heard(AMINA, "came back");
        operators().correct(second.id(), "accept");
        assertThat(town.wallet(AMINA, "USD")).containsExactly(20_00L, 50L);
        assertThat(returns().balance(AccountCode.SUSPENSE, "USD").minor()).isZero();
        assertThat(town.broken()).isEmpty();
    }

    /** Proposed while nothing was booked; what another exception has moved since is seen when it is approved. */
    @Test
    void aReturnIsNotApprovedOverAnotherCorrection() throws Exception {
        var instruction = withdrawal();
        var day = Objects.requireNonNull(instruction.day());
        returns().passDay(US, day);
        var later = returns().undone(town.us(), instruction);
        done(operators().resolve(later.id(), "return", "ana"), "Proposed");
        returns().compare(US, day, returns().without(town.us(), instruction));
        var missing = returns().waiting().stream()
                .filter(one -> one.what() == Discrepancy.Kind.MISSING_AT_BANK)
                .findFirst()
                .orElseThrow();
        operators().correct(missing.id(), "suspense");
        done(operators().approve(later.id(), "return", "ben"), "CannotSettle");
        assertThat(town.wallet(AMINA, "USD")).containsExactly(0L, 25L);
        operators().correct(missing.id(), "accept");
        done(operators().approve(later.id(), "return", "ben"), "Approved");
        assertThat(town.wallet(AMINA, "USD")).containsExactly(20_00L, 50L);
        assertThat(town.broken()).isEmpty();
    }

    /** What one exception has in suspense is not moved by another for the same instruction. */
    @Test
    void whatIsInSuspenseByOneExceptionIsNotMovedByAnother() throws Exception {
        var instruction = withdrawal();
        var day = Objects.requireNonNull(instruction.day());
        returns().passDay(US, day);
        var later = returns().undone(town.us(), instruction);
        returns().compare(US, day, returns().without(town.us(), instruction));
        var missing = returns().waiting("missing-at-bank");
        assertThat(missing.gapMinor()).isEqualTo(20_25);
        done(operators().resolve(missing.id(), "write-off", "ana"), "Proposed");
        operators().correct(later.id(), "suspense");
        done(operators().resolve(missing.id(), "write-off", "ana"), "NotNow");
        assertThat(operators().approve(missing.id(), "write-off", "ben").toString())
                .startsWith("CannotSettle")
                .contains(later.id().toString());
        operators().correct(missing.id(), "accept");
        assertThat(returns().balance(AccountCode.SUSPENSE, "USD")).isEqualTo(Money.of(20_25, "USD"));
        assertThat(town.broken()).isEmpty();
    }

    /** The customer has it, and the bank says later that it had not undone it: somebody has to hear of that. */
    @Test
    void whatTheBankHasBookedAfterAllIsAnExceptionAgain() throws Exception {
        var instruction = withdrawal();
        var found = returns().undone(town.us(), instruction);
        operators().correct(found.id(), "return");
        town.heard(AMINA, "came back");
        var file = Files.readString(town.us().writeItems(folder, found.day()));
        returns().compare(US, found.day(), file);
        assertThat(returns().waiting()).isEmpty();

        for (int time = 0; time < 2; time++) {
            returns().compare(US, found.day(), file.replace("reversed", "booked"));
            var again = returns().waiting().getFirst();
            assertThat(again.ours() + ": " + again.gapMinor()).isEqualTo("returned USD 20.25: -2025");
        }
        returns().compare(US, found.day(), file);
        assertThat(returns().waiting()).isEmpty();
        returns().compare(US, found.day(), file.replace("reversed", "booked"));
        var again = returns().waiting().getFirst();
        done(operators().resolve(again.id(), "return", "ana"), "NotReturned");
        operators().correct(again.id(), "write-off");
        assertThat(returns().balance(AccountCode.WRITE_OFF, "USD")).isEqualTo(Money.of(-20_25, "USD"));
        returns().compare(US, found.day(), file.replace("reversed", "booked"));
        assertThat(returns().waiting()).isEmpty();
        assertThat(town.wallet(AMINA, "USD")).containsExactly(20_00L, 50L);
        assertThat(town.broken()).as("what was lost is not safeguarded").hasSize(1);
        var own = Map.<String, Object>of("amount", Money.of(20_25, "USD"), "reason", "own funds");
        done(operators().by("ana", "treasury.cover", own), "Covered");
        assertThat(town.broken()).isEmpty();
    }

    /** The bank goes to and fro about an earlier day's instruction: what is in suspense is what it says last, or somebody is told. */
    @Test
    void whatAnEarlierDaysInstructionIsSaidToBeMayChange() throws Exception {
        var instruction = withdrawal();
        returns().passDay(US, Objects.requireNonNull(instruction.day()));
        var first = returns().undone(town.us(), instruction);
        assertThat(first.kind()).isEqualTo("unknown-to-us");
        operators().correct(first.id(), "suspense");
        var reversed = Files.readString(town.us().writeItems(folder, first.day()));

        returns().compare(US, first.day(), reversed.replace(",2025,", ",2000,"));
        assertThat(returns().waiting()).extracting(Discrepancy::gapMinor).containsExactly(-25L);
        returns().compare(US, first.day(), reversed.replace("reversed", "booked"));
        var second = returns().waiting().getFirst();
        assertThat(second.gapMinor()).isEqualTo(-40_50);
        assertThat(second.follows()).isEqualTo(first.id());
        operators().correct(second.id(), "suspense");
        returns().compare(US, first.day(), reversed.replace("reversed", "booked"));
        assertThat(returns().waiting()).isEmpty();
        returns().compare(US, first.day(), reversed);
        var third = returns().waiting().getFirst();
        assertThat(third.gapMinor()).isEqualTo(40_50);
        operators().correct(third.id(), "suspense");
        assertThat(returns().balance(AccountCode.SUSPENSE, "USD")).isEqualTo(Money.of(20_25, "USD"));
        assertThat(town.broken()).isEmpty();
    }

    /** What was returned by an item with a reference of its own is told too, once later items do not have it. */
    @Test
    void aReturnThatNoItemShowsAnyMoreIsTold() throws Exception {
        var instruction = withdrawal();
        var day = Objects.requireNonNull(instruction.day());
        returns().end(US, day);
        var right = Files.readString(town.us().writeItems(folder, day));
        var own = right + "%s,000777,777777777777,credit,2025,USD,******6789,reversed\n".formatted(day);
        returns().compare(US, day, own);
        var found = returns().waiting().getFirst();
        done(operators().resolve(found.id(), "return", "ana", instruction.id().toString()), "Proposed");
        done(operators().approve(found.id(), "return", "ben"), "Approved");
        town.heard(AMINA, "came back");
        returns().compare(US, day, own);
        assertThat(returns().waiting()).isEmpty();
        returns().compare(US, day, right);
        var told = returns().waiting().getFirst();
        assertThat(told.ours() + ": " + told.theirs() + ": " + told.gapMinor())
                .isEqualTo("returned USD 20.25: booked after all, by the bank's later items: -2025");
        returns().compare(US, day, own);
        assertThat(returns().waiting()).isEmpty();
        assertThat(town.broken()).isEmpty();
    }

    /** The bank dropped the item and has one of its own that undoes it: one return, whichever says so. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aReturnThatTwoItemsShowMovesOnce(boolean sameReference) throws Exception {
        var instruction = withdrawal();
        var day = Objects.requireNonNull(instruction.day());
        returns().end(US, day);
        var rrn = sameReference ? Objects.requireNonNull(instruction.rrn()) : "777777777777";
        var file = returns().without(town.us(), instruction)
                + "%s,000777,%s,credit,2025,USD,******6789,reversed\n".formatted(day, rrn);
        returns().compare(US, day, file);
        var item = returns().waiting("unknown-to-us");
        var missing = returns().waiting().stream()
                .filter(one -> one.kind().equals("missing-at-bank"))
                .findFirst();
        assertThat(missing.isEmpty()).isEqualTo(sameReference);
        missing.ifPresent(one -> done(operators().resolve(one.id(), "suspense", "ana"), "Proposed"));
        done(operators().resolve(item.id(), "return", "ana", instruction.id().toString()), "Proposed");
        done(operators().approve(item.id(), "return", "ben"), "Approved");
        town.heard(AMINA, "came back");
        missing.ifPresent(one -> {
            done(operators().approve(one.id(), "suspense", "ben"), "CannotSettle");
            done(operators().resolve(one.id(), "suspense", "ana"), "NotNow");
        });
        returns().compare(US, day, file);
        assertThat(returns().waiting())
                .extracting(Discrepancy::gapMinor)
                .containsOnly(sameReference ? new Long[0] : new Long[] {0L});
        assertThat(returns().balance(AccountCode.SUSPENSE, "USD").minor()).isZero();
        assertThat(town.wallet(AMINA, "USD")).containsExactly(20_00L, 50L);
        assertThat(town.broken()).isEmpty();
    }

    /** The bank shows the reversal at its own item and as another one: one return, and nothing of it is left for suspense. */
    @ParameterizedTest
    @ValueSource(strings = {"return", "suspense"})
    void aReversalThatIsListedTwiceMovesOnce(String as) throws Exception {
        var instruction = withdrawal();
        var day = Objects.requireNonNull(instruction.day());
        returns().end(US, day);
        var rrn = Objects.requireNonNull(instruction.rrn());
        var file = returns().without(town.us(), instruction)
                + returns().lineOf(town.us(), instruction).replace("booked", "reversed")
                + "\n%s,000777,%s,credit,2025,USD,******6789,reversed\n".formatted(day, rrn);
        returns().compare(US, day, file);
        assertThat(returns().waiting())
                .extracting(one -> one.kind() + " " + one.gapMinor() + " " + one.proposal())
                .containsExactlyInAnyOrder("different-status 2025 return", "unknown-to-us 0 accept");
        operators().correct(returns().waiting("different-status").id(), as);
        done(operators().resolve(returns().waiting("unknown-to-us").id(), "suspense", "ana"), "Unfit");
        returns().compare(US, day, file);
        assertThat(returns().waiting()).extracting(Discrepancy::kind).containsExactly("unknown-to-us");
        assertThat(returns().balance(AccountCode.SUSPENSE, "USD").minor()).isEqualTo(as.equals("return") ? 0 : 20_25);
        assertThat(town.broken()).isEmpty();
    }

    /** What was returned by another item is taken off the amount that the instruction turns out to have at the bank. */
    @Test
    void whatIsLeftOfAReturnThatWasBookedByAnotherAmountCanBeBooked() throws Exception {
        var instruction = withdrawal();
        var day = Objects.requireNonNull(instruction.day());
        returns().end(US, day);
        returns()
                .compare(
                        US,
                        day,
                        returns().without(town.us(), instruction)
                                + "%s,000777,777777777777,credit,2025,USD,******6789,reversed\n".formatted(day));
        var item = returns().waiting("unknown-to-us");
        done(operators().resolve(item.id(), "return", "ana", instruction.id().toString()), "Proposed");
        done(operators().approve(item.id(), "return", "ben"), "Approved");
        town.heard(AMINA, "came back");
        returns()
                .compare(
                        US,
                        day,
                        returns().without(town.us(), instruction)
                                + returns().lineOf(town.us(), instruction).replace(",2025,", ",2000,") + "\n");
        var amount = returns().waiting("different-amount");
        assertThat(returns().waiting()).hasSize(1);
        assertThat(amount.gapMinor()).isEqualTo(-20_00);
        operators().correct(amount.id(), "suspense");
        assertThat(returns().balance(AccountCode.SUSPENSE, "USD")).isEqualTo(Money.of(-20_00, "USD"));
        returns()
                .compare(
                        US,
                        day,
                        returns().without(town.us(), instruction)
                                + returns().lineOf(town.us(), instruction).replace(",2025,", ",2000,") + "\n");
        assertThat(returns().waiting()).isEmpty();
    }

    /** A file that was taken and not compared yet says otherwise: nothing is approved on what the one before said. */
    @Test
    void whatRestsOnItemsThatWereReplacedIsNotApproved() throws Exception {
        var instruction = withdrawal();
        var day = Objects.requireNonNull(instruction.day());
        returns().end(US, day);
        returns().compare(US, day, returns().without(town.us(), instruction));
        var missing = returns().waiting("missing-at-bank");
        done(operators().resolve(missing.id(), "suspense", "ana"), "Proposed");
        var items = ItemFile.read(Files.readString(town.us().writeItems(folder, day)), day);
        var taken = Map.<String, Object>of("partner", US, "day", day, "first", true, "items", items);
        done(operators().by("ana", "settlement.takeItems", taken), "Taken");
        assertThat(operators().approve(missing.id(), "suspense", "ben").toString())
                .startsWith("CannotSettle")
                .contains("./homeline settlement close-day");
        done(operators().resolve(missing.id(), "write-off", "ana"), "NotNow");
        assertThat(returns().balance(AccountCode.SUSPENSE, "USD").minor()).isZero();
    }

    /** Nobody is asked to approve something in place of an accept that was right. */
    @Test
    void whatIsProposedInPlaceOfAnAcceptIsVoidOnceBothAgree() throws Exception {
        var instruction = withdrawal();
        var day = Objects.requireNonNull(instruction.day());
        returns().end(US, day);
        returns().compare(US, day, returns().without(town.us(), instruction));
        var missing = returns().waiting("missing-at-bank");
        operators().correct(missing.id(), "accept");
        done(operators().resolve(missing.id(), "suspense", "ana"), "Proposed");
        returns().compare(US, day, Files.readString(town.us().writeItems(folder, day)));
        assertThat(returns().waiting()).isEmpty();
        returns().compare(US, day, returns().without(town.us(), instruction));
        assertThat(returns().waiting("missing-at-bank").id()).isEqualTo(missing.id());
    }

    /** Of two withdrawals alike, the bank's reference says which it means. */
    @Test
    void anItemReturnsOnlyWhatItsReferenceSays() throws Exception {
        var other = withdrawal();
        town.people().cashIn("+12025550199", AMINA, "21");
        town.heard(AMINA, "cash paid in");
        town.sent(AMINA, "banking.withdraw", "20.25", "is in ..6789");
        var instruction = returns().newest("banking.withdraw");
        var day = Objects.requireNonNull(instruction.day());
        returns().end(US, day);
        var line = returns().lineOf(town.us(), instruction).replace("booked", "reversed");
        var file = returns().without(town.us(), instruction) + line + "\n"
                + "%s,000777,%s,credit,2025,USD,******6789,reversed\n".formatted(day, instruction.rrn());
        returns().compare(US, day, file);
        var item = returns().waiting("unknown-to-us");
        assertThat(operators()
                        .resolve(item.id(), "return", "ana", other.id().toString())
                        .toString())
                .startsWith("NotReturned")
                .contains("another instruction: " + instruction.id());
        done(operators().resolve(item.id(), "return", "ana", instruction.id().toString()), "Proposed");
        done(operators().approve(item.id(), "return", "ben"), "Approved");
        var own = returns().waiting("different-status");
        done(operators().resolve(own.id(), "return", "ana"), "NotReturned");
        done(operators().resolve(own.id(), "suspense", "ana"), "NotNow");
        assertThat(town.broken()).isEmpty();
    }

    /** It was thought undone, and waits; the bank says meanwhile that it booked another amount: the customer is paid nothing. */
    @Test
    void whatWaitsInSuspenseIsReturnedOnlyAsTheItemsNowAre() throws Exception {
        var instruction = withdrawal();
        var day = Objects.requireNonNull(instruction.day());
        var first = returns().undone(town.us(), instruction);
        operators().correct(first.id(), "suspense");
        var booked = returns().without(town.us(), instruction)
                + returns()
                        .lineOf(town.us(), instruction)
                        .replace(",2025,", ",2000,")
                        .replace("reversed", "booked") + "\n";
        returns().compare(US, day, booked);
        assertThat(returns().waiting("different-amount").gapMinor()).isEqualTo(-20_00);
        done(operators().resolve(first.id(), "return", "ana"), "Proposed");
        assertThat(operators().approve(first.id(), "return", "ben").toString())
                .startsWith("CannotSettle")
                .contains("./homeline settlement close-day");
        assertThat(town.wallet(AMINA, "USD")).containsExactly(0L, 25L);
        operators().correct(returns().waiting("different-amount").id(), "suspense");
        assertThat(returns().balance(AccountCode.SUSPENSE, "USD")).isEqualTo(Money.of(25, "USD"));
    }

    /** A bank whose references are not unique: each item stands for itself alone, and for the account that it names. */
    @Test
    void anItemFitsItsOwnAmountAndAccount() throws Exception {
        var instruction = withdrawal();
        var day = Objects.requireNonNull(instruction.day());
        returns().end(US, day);
        var file = Files.readString(town.us().writeItems(folder, day))
                + "%s,000901,BATCH1,credit,1000,USD,******6789,reversed\n".formatted(day)
                + "%s,000902,BATCH1,credit,2025,USD,******1234,reversed\n".formatted(day)
                + "%s,000903,BATCH1,credit,2025,USD,******6789,reversed\n".formatted(day);
        returns().compare(US, day, file);
        int proposed = 0;
        for (var item : returns().waiting()) {
            var outcome = operators()
                    .resolve(item.id(), "return", "ana", instruction.id().toString());
            if (outcome.getClass().getSimpleName().equals("Proposed")) {
                proposed++;
            } else {
                assertThat(outcome.toString()).startsWith("NotReturned").contains("that is not all of it");
            }
        }
        assertThat(proposed).isEqualTo(1);
    }

    /** A part is nobody's to have back by itself, and is booked where it can wait. */
    @Test
    void whatComesBackInPartWaitsInSuspense() throws Exception {
        var instruction = withdrawal();
        var day = Objects.requireNonNull(instruction.day());
        returns().end(US, day);
        var file = Files.readString(town.us().writeItems(folder, day))
                + "%s,000777,%s,credit,2000,USD,******6789,reversed\n".formatted(day, instruction.rrn());
        returns().compare(US, day, file);
        var part = returns().waiting("unknown-to-us");
        assertThat(part.gapMinor() + " " + part.proposal()).isEqualTo("2000 suspense");
        assertThat(operators().resolve(part.id(), "return", "ana").toString()).contains("that is not all of it");
        operators().correct(part.id(), "suspense");
        assertThat(returns().balance(AccountCode.SUSPENSE, "USD")).isEqualTo(Money.of(20_00, "USD"));
        returns().compare(US, day, file);
        assertThat(returns().waiting()).isEmpty();
        assertThat(town.broken()).isEmpty();
    }

    /** What waits in suspense is put where it belongs once that is known, whatever was thought before. */
    @Test
    void whatWaitsInSuspenseIsResolvedLater() throws Exception {
        var instruction = withdrawal();
        var found = returns().undone(town.us(), instruction);
        operators().correct(found.id(), "suspense");
        assertThat(returns().balance(AccountCode.SUSPENSE, "USD")).isEqualTo(Money.of(20_25, "USD"));
        assertThat(operators().by("ana", "settlement.exceptions", Map.of()).toString())
                .contains(found.id().toString(), "in suspense");
        assertThat(town.broken()).isEmpty();

        operators().correct(found.id(), "write-off");
        assertThat(returns().balance(AccountCode.SUSPENSE, "USD").minor()).isZero();
        assertThat(returns().balance(AccountCode.WRITE_OFF, "USD")).isEqualTo(Money.of(20_25, "USD"));
        assertThat(town.broken()).isEmpty();
        operators().correct(found.id(), "accept");
        assertThat(returns().balance(AccountCode.WRITE_OFF, "USD").minor()).isZero();
        assertThat(town.broken()).isEmpty();

        operators().correct(found.id(), "return");
        town.heard(AMINA, "came back");
        assertThat(town.wallet(AMINA, "USD")).containsExactly(20_00L, 50L);
        assertThat(town.broken()).isEmpty();
    }

    private Instruction withdrawal() {
        town.linkedWith(AMINA, "20");
        town.sent(AMINA, "banking.withdraw", "20.25", "is in ..6789");
        return returns().newest("banking.withdraw");
    }

    private TwoOperators operators() {
        return returns().operators();
    }

    private BankReturns returns() {
        return new BankReturns(town, folder);
    }
}
