package org.homeline.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.testing.Desk.part;
import static org.homeline.testing.People.amount;
import static org.homeline.testing.People.done;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.homeline.database.Transactions;
import org.homeline.ledger.AccountCode;
import org.homeline.money.Money;
import org.homeline.operation.Outcome;
import org.homeline.settlement.reconciliation.ItemFile;
import org.homeline.settlement.reconciliation.StatementFile;
import org.homeline.testing.BankReturns;
import org.homeline.testing.BankTown;
import org.homeline.testing.Desk;
import org.homeline.testing.People;
import org.homeline.testing.TwoOperators;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What banks undo after they had done it: the customer has it again, or gives it back, and hears of it. */
final class ReturnTest {
    private static final String AMINA = "+12025550143";
    private static final String US = "demo-us";
    private static final String KE = "demo-ke";

    private BankTown town = new BankTown();

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void close() {
        town.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasTakenOutComesBackToTheWallet(boolean postgres) throws Exception {
        if (postgres) {
            town.close();
            town = BankTown.onPostgres();
        }
        people("20");
        sent("banking.withdraw", "20.25", "is in ..6789");
        var instruction = returns().newest("banking.withdraw");
        var found = returns().undone(town.us(), instruction);
        assertThat(found.kind() + " " + found.gapMinor() + " " + found.proposal())
                .isEqualTo("different-status 2025 return");
        assertThat(desk().operator("settlement.status", Map.of()).toString()).contains("1 EXCEPTION");

        operators().correct(found.id(), "return");
        assertThat(town.heard(AMINA, "came back"))
                .matches(
                        "USD 20\\.25 came back from \\.\\.6789 Demo Bank: the bank did not keep it\\. It is in your wallet"
                                + " again\\. Ref \\w{8}\\.");
        assertThat(town.wallet(AMINA, "USD")).containsExactly(20_00L, 50L);
        assertThat(state(instruction)).isEqualTo(Instruction.RETURNED);
        assertThat(desk().operator("settlement.show", Map.of("id", reference())).toString())
                .contains(instruction.id().toString(), "returned");
        assertThat(owed(US)).isEqualTo(-town.us().position(java.util.Currency.getInstance("USD")));
        done(operators().resolve(found.id(), "write-off", "ana"), "AlreadyResolved");
        assertThat(town.broken()).isEmpty();
    }

    /** A day later, when nothing else was sent: the bank says so when it is asked what the quiet day came to. */
    @Test
    void whatIsSentBackOnAQuietDayIsFoundByItsTotals() throws Exception {
        people("20");
        sent("banking.withdraw", "20.25", "is in ..6789");
        var instruction = returns().newest("banking.withdraw");
        returns().passDay(US, Objects.requireNonNull(instruction.day()));
        var found = returns().undone(town.us(), instruction);
        assertThat(found.kind() + " " + found.gapMinor() + " " + found.proposal())
                .isEqualTo("unknown-to-us 2025 return");
        assertThat(found.instruction()).isEqualTo(instruction.id());
        operators().correct(found.id(), "return");
        town.heard(AMINA, "came back");
        assertThat(town.wallet(AMINA, "USD")).containsExactly(20_00L, 50L);
        assertThat(town.broken()).isEmpty();
    }

    @Test
    void aPaymentThatTheBankSendsBackIsRefundedWhole() throws Exception {
        people("200");
        paid();
        var instruction = returns().newest("remittance.toBank");
        var found = returns().undone(town.ke(), instruction);
        operators().correct(found.id(), "return");
        assertThat(town.heard(AMINA, "sent"))
                .matches(
                        "\\.\\.3210 Demo Bank Kenya sent KES [\\d,.]+ back\\. USD [\\d.]+ is back in your wallet, fees too\\."
                                + " Ref \\w{8}\\.");
        assertThat(town.wallet(AMINA, "USD")).containsExactly(200_00L, 50L);
        assertThat(part(desk().sms(AMINA, "remittance.status", Map.of(), ""), "state"))
                .isEqualTo("declined and given back");
        assertThat(town.broken()).isEmpty();
    }

    /** What it was exchanged for was used since: nothing moves until the operator has put it there again. */
    @Test
    void aRefundWaitsForTheMoneyThatItTakes() throws Exception {
        people("200");
        paid();
        var found = returns().undone(town.ke(), returns().newest("remittance.toBank"));
        spendFromPosition(50_000_50);
        done(operators().resolve(found.id(), "return", "ana"), "Proposed");
        assertThat(operators().approve(found.id(), "return", "ben").toString())
                .startsWith("CannotSettle")
                .contains("./homeline treasury show");
        assertThat(town.wallet(AMINA, "USD").getFirst()).isLessThan(200_00);
        spendFromPosition(-50_000_50);
        done(operators().approve(found.id(), "return", "ben"), "Approved");
        assertThat(town.wallet(AMINA, "USD")).containsExactly(200_00L, 50L);
        assertThat(town.broken()).isEmpty();
    }

    @Test
    void whatABankTakesBackLeavesTheWallet() throws Exception {
        people("20");
        sent("banking.fund", "100", "came from");
        var found = returns().undone(town.us(), returns().newest("banking.fund"));
        assertThat(found.gapMinor() + " " + found.proposal()).isEqualTo("-10000 return");
        operators().correct(found.id(), "return");
        assertThat(town.heard(AMINA, "took back"))
                .matches(
                        "\\.\\.6789 Demo Bank took back USD 100 that had come from there\\. USD 100 was taken from your wallet"
                                + " for it\\. You have USD 20\\.50\\. Ref \\w{8}\\.");
        assertThat(town.wallet(AMINA, "USD")).containsExactly(20_00L, 50L);
        assertThat(town.broken()).isEmpty();
    }

    /** The operator bears what is spent, and pays it in: until then customers' money is not all there, and the audit says so. */
    @Test
    void whatIsSpentIsTheOperatorsLoss() throws Exception {
        people("20");
        sent("banking.fund", "100", "came from");
        var funded = returns().newest("banking.fund");
        sent("banking.withdraw", "110", "is in ..6789");
        operators().correct(returns().undone(town.us(), funded).id(), "return");
        assertThat(town.heard(AMINA, "took back"))
                .contains("USD 10.50 was taken from your wallet for it", "You have USD 0.");
        assertThat(town.wallet(AMINA, "USD")).containsExactly(0L, 0L);
        assertThat(returns().balance(AccountCode.WRITE_OFF, "USD")).isEqualTo(Money.of(-89_50, "USD"));
        assertThat(town.broken().toString()).contains("below");
        assertThat(treasury("treasury.cover", Money.of(89_51, "USD")).toString())
                .isEqualTo("BeyondLosses[atMost=USD 89.50]");
        done(treasury("treasury.cover", Money.of(89_50, "USD")), "Covered");
        assertThat(town.broken()).isEmpty();
    }

    /** The payment stays; what came from the bank for it is taken from the wallet as far as it can be. */
    @Test
    void whatFundedAPaymentIsTakenBackToo() throws Exception {
        people("20");
        var quoted =
                desk().sms(AMINA, "remittance.quote", Map.of("payee", "+254733444555", "amount", amount("50")), "");
        done(desk().sms(AMINA, "remittance.pay", Map.of("code", part(quoted, "code")), People.PIN), "FundingAsked");
        town.heard(AMINA, "Sent ");
        town.people().cashIn("+12025550199", AMINA, "40");
        operators()
                .correct(
                        returns()
                                .undone(town.us(), returns().newest("remittance.funding"))
                                .id(),
                        "return");
        town.heard(AMINA, "took back");
        var taken = taken().minor();
        assertThat(taken).isPositive();
        assertThat(town.wallet(AMINA, "USD")).containsExactly(40_00 - taken, 0L);
        assertThat(town.broken()).isEmpty();
    }

    /** Nothing is proved by it any more. */
    @Test
    void anAccountWhoseProofTheBankTakesBackIsLinkedNoMore() throws Exception {
        people("20");
        operators()
                .correct(
                        returns()
                                .undone(town.us(), returns().newest("banking.proof"))
                                .id(),
                        "return");
        assertThat(town.heard(AMINA, "took back")).contains("USD 0.50 was taken from your wallet");
        assertThat(town.wallet(AMINA, "USD")).containsExactly(20_00L, 0L);
        done(request("banking.fund", "10"), "NoAccount");
        assertThat(town.broken()).isEmpty();
    }

    /** The bank pays it into the safeguarding account, and only the statement says what it is. */
    @Test
    void aLineOfTheStatementMayBeWhatABankSendsBack() throws Exception {
        people("20");
        sent("banking.withdraw", "20.25", "is in ..6789");
        var instruction = returns().newest("banking.withdraw");
        operators().settle(Map.of("partner", US, "amount", Money.of(20_25 - 50, "USD"), "reference", "NET-1"));
        long before = returns().balance(AccountCode.SAFEGUARDING, "USD").minor();
        var day = town.clock().instant().toString().substring(0, 10);
        var lines = "date,amount,currency,direction,reference,text\n%s,20.25,USD,in,R-1,returned\n".formatted(day);
        done(
                operators().by("ana", "settlement.import", Map.of("partner", US, "lines", StatementFile.read(lines))),
                "Imported");
        var found = returns().waiting().getFirst();
        var rrn = Objects.requireNonNull(instruction.rrn());
        assertThat(operators().resolve(found.id(), "return", "ana").toString()).contains("--instruction");
        assertThat(operators()
                        .resolve(found.id(), "return", "ana", "000000000000")
                        .toString())
                .contains("has no instruction called 000000000000");
        assertThat(operators()
                        .resolve(
                                found.id(),
                                "return",
                                "ana",
                                returns().newest("banking.proof").id().toString())
                        .toString())
                .contains("that is not all of it");
        done(operators().resolve(found.id(), "return", "ana", rrn), "Proposed");
        assertThat(operators().resolve(found.id(), "return", "ana", reference()).toString())
                .contains("--instruction " + instruction.id());
        var meant = Map.<String, Object>of(
                "id", found.id().toString(), "as", "return", "reason", "seen", "gap", "20.25USD");
        assertThat(operators().by("ben", "settlement.approve", meant).toString())
                .as("it does not say whose it is")
                .startsWith("Changed")
                .contains(instruction.id().toString());
        done(operators().approve(found.id(), "return", "ben"), "Approved");
        town.heard(AMINA, "came back");
        assertThat(town.wallet(AMINA, "USD")).containsExactly(20_00L, 50L);
        assertThat(returns().balance(AccountCode.SAFEGUARDING, "USD").minor()).isEqualTo(before - 20_25);

        var another = lines.replace("R-1", "R-2");
        assertThat(operators()
                        .by("ana", "settlement.import", Map.of("partner", US, "lines", StatementFile.read(another)))
                        .toString())
                .as("what was booked by a line is no other line")
                .contains("matched=0, newExceptions=1");
        assertThat(town.broken()).isEmpty();
    }

    /** Whoever reserves all there is in a wallet keeps nothing of what the bank takes back. */
    @Test
    void whatIsReservedForACodeIsTakenToo() throws Exception {
        people("20");
        sent("banking.fund", "100", "came from");
        done(desk().ussd(AMINA, "agent.withdraw", Map.of("amount", amount("110")), People.PIN), "CodeIssued");
        assertThat(counted()).isEqualTo(110_00);
        operators()
                .correct(
                        returns()
                                .undone(town.us(), returns().newest("banking.fund"))
                                .id(),
                        "return");
        assertThat(town.heard(AMINA, "is void")).startsWith("Your cash code for USD 110 is void");
        assertThat(town.heard(AMINA, "took back")).contains("USD 100 was taken", "You have USD 20.50.");
        assertThat(counted()).as("what is void counts against no limit").isZero();
        assertThat(town.wallet(AMINA, "USD")).containsExactly(20_00L, 50L);
        assertThat(returns().balance(AccountCode.WRITE_OFF, "USD").minor()).isZero();
        assertThat(town.broken()).isEmpty();
    }

    /** A bank that names its return anew is believed as far as its item goes, and what was mistyped can be typed again. */
    @Test
    void anItemWithAReferenceOfItsOwnFitsOnlyItsOwnAmount() throws Exception {
        people("300");
        sent("banking.withdraw", "200", "is in ..6789");
        var other = returns().newest("banking.withdraw");
        sent("banking.withdraw", "20.25", "is in ..6789");
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
        people("20");
        sent("banking.withdraw", "20.25", "is in ..6789");
        var instruction = returns().newest("banking.withdraw");
        var first = returns().undone(town.us(), instruction);
        operators().correct(first.id(), "suspense");
        var day = Objects.requireNonNull(instruction.day());
        returns().compare(US, day, without(instruction, day));
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
        people("20");
        sent("banking.withdraw", "20.25", "is in ..6789");
        var instruction = returns().newest("banking.withdraw");
        var day = Objects.requireNonNull(instruction.day());
        returns().passDay(US, day);
        var later = returns().undone(town.us(), instruction);
        done(operators().resolve(later.id(), "return", "ana"), "Proposed");
        returns().compare(US, day, without(instruction, day));
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
        people("20");
        sent("banking.withdraw", "20.25", "is in ..6789");
        var instruction = returns().newest("banking.withdraw");
        var day = Objects.requireNonNull(instruction.day());
        returns().passDay(US, day);
        var later = returns().undone(town.us(), instruction);
        operators().correct(later.id(), "suspense");
        returns().compare(US, day, without(instruction, day));
        var missing = returns().waiting().getFirst();
        assertThat(missing.kind() + " " + missing.gapMinor()).isEqualTo("missing-at-bank 2025");
        done(operators().resolve(missing.id(), "write-off", "ana"), "Proposed");
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
        people("20");
        sent("banking.withdraw", "20.25", "is in ..6789");
        var instruction = returns().newest("banking.withdraw");
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
        people("20");
        sent("banking.withdraw", "20.25", "is in ..6789");
        var instruction = returns().newest("banking.withdraw");
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
        people("20");
        sent("banking.withdraw", "20.25", "is in ..6789");
        var instruction = returns().newest("banking.withdraw");
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
        people("20");
        sent("banking.withdraw", "20.25", "is in ..6789");
        var instruction = returns().newest("banking.withdraw");
        var day = Objects.requireNonNull(instruction.day());
        returns().end(US, day);
        var rrn = sameReference ? Objects.requireNonNull(instruction.rrn()) : "777777777777";
        var file = without(instruction, day) + "%s,000777,%s,credit,2025,USD,******6789,reversed\n".formatted(day, rrn);
        returns().compare(US, day, file);
        var item = returns().waiting().stream()
                .filter(one -> one.kind().equals("unknown-to-us"))
                .findFirst()
                .orElseThrow();
        done(operators().resolve(item.id(), "return", "ana", instruction.id().toString()), "Proposed");
        done(operators().approve(item.id(), "return", "ben"), "Approved");
        town.heard(AMINA, "came back");
        var missing = returns().waiting().stream()
                .filter(one -> one.kind().equals("missing-at-bank"))
                .findFirst();
        assertThat(missing.isEmpty()).isEqualTo(sameReference);
        missing.ifPresent(one -> {
            done(operators().resolve(one.id(), "suspense", "ana"), "Proposed");
            done(operators().approve(one.id(), "suspense", "ben"), "CannotSettle");
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
        people("20");
        sent("banking.withdraw", "20.25", "is in ..6789");
        var instruction = returns().newest("banking.withdraw");
        var day = Objects.requireNonNull(instruction.day());
        returns().end(US, day);
        var rrn = Objects.requireNonNull(instruction.rrn());
        var file = without(instruction, day)
                + lineOf(instruction, day).replace("booked", "reversed")
                + "\n%s,000777,%s,credit,2025,USD,******6789,reversed\n".formatted(day, rrn);
        returns().compare(US, day, file);
        assertThat(returns().waiting())
                .extracting(one -> one.kind() + " " + one.gapMinor() + " " + one.proposal())
                .containsExactlyInAnyOrder("different-status 2025 return", "unknown-to-us 0 accept");
        operators().correct(waiting("different-status").id(), as);
        done(operators().resolve(waiting("unknown-to-us").id(), "suspense", "ana"), "Unfit");
        returns().compare(US, day, file);
        assertThat(returns().waiting()).extracting(Discrepancy::kind).containsExactly("unknown-to-us");
        assertThat(returns().balance(AccountCode.SUSPENSE, "USD").minor()).isEqualTo(as.equals("return") ? 0 : 20_25);
        assertThat(town.broken()).isEmpty();
    }

    /** What was returned by another item is taken off the amount that the instruction turns out to have at the bank. */
    @Test
    void whatIsLeftOfAReturnThatWasBookedByAnotherAmountCanBeBooked() throws Exception {
        people("20");
        sent("banking.withdraw", "20.25", "is in ..6789");
        var instruction = returns().newest("banking.withdraw");
        var day = Objects.requireNonNull(instruction.day());
        returns().end(US, day);
        returns()
                .compare(
                        US,
                        day,
                        without(instruction, day)
                                + "%s,000777,777777777777,credit,2025,USD,******6789,reversed\n".formatted(day));
        var item = waiting("unknown-to-us");
        done(operators().resolve(item.id(), "return", "ana", instruction.id().toString()), "Proposed");
        done(operators().approve(item.id(), "return", "ben"), "Approved");
        town.heard(AMINA, "came back");
        returns()
                .compare(
                        US,
                        day,
                        without(instruction, day) + lineOf(instruction, day).replace(",2025,", ",2000,") + "\n");
        var amount = waiting("different-amount");
        assertThat(returns().waiting()).hasSize(1);
        assertThat(amount.gapMinor()).isEqualTo(-20_00);
        operators().correct(amount.id(), "suspense");
        assertThat(returns().balance(AccountCode.SUSPENSE, "USD")).isEqualTo(Money.of(-20_00, "USD"));
        returns()
                .compare(
                        US,
                        day,
                        without(instruction, day) + lineOf(instruction, day).replace(",2025,", ",2000,") + "\n");
        assertThat(returns().waiting()).isEmpty();
    }

    /** A file that was taken and not compared yet says otherwise: nothing is approved on what the one before said. */
    @Test
    void whatRestsOnItemsThatWereReplacedIsNotApproved() throws Exception {
        people("20");
        sent("banking.withdraw", "20.25", "is in ..6789");
        var instruction = returns().newest("banking.withdraw");
        var day = Objects.requireNonNull(instruction.day());
        returns().end(US, day);
        returns().compare(US, day, without(instruction, day));
        var missing = waiting("missing-at-bank");
        done(operators().resolve(missing.id(), "suspense", "ana"), "Proposed");
        var items = ItemFile.read(Files.readString(town.us().writeItems(folder, day)), day);
        var taken = Map.<String, Object>of("partner", US, "day", day, "first", true, "items", items);
        done(operators().by("ana", "settlement.takeItems", taken), "Taken");
        assertThat(operators().approve(missing.id(), "suspense", "ben").toString())
                .startsWith("CannotSettle")
                .contains("./homeline settlement close-day");
        assertThat(returns().balance(AccountCode.SUSPENSE, "USD").minor()).isZero();
    }

    private Discrepancy waiting(String kind) {
        return returns().waiting().stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private String lineOf(Instruction instruction, LocalDate day) throws Exception {
        return Files.readString(town.us().writeItems(folder, day))
                .lines()
                .filter(line -> line.contains(Objects.requireNonNull(instruction.rrn())))
                .findFirst()
                .orElseThrow();
    }

    private String without(Instruction instruction, LocalDate day) throws Exception {
        return Files.readString(town.us().writeItems(folder, day))
                .lines()
                .filter(line -> !line.contains(Objects.requireNonNull(instruction.rrn())))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** What waits in suspense is put where it belongs once that is known, whatever was thought before. */
    @Test
    void whatWaitsInSuspenseIsResolvedLater() throws Exception {
        people("20");
        sent("banking.withdraw", "20.25", "is in ..6789");
        var instruction = returns().newest("banking.withdraw");
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

    /** Somebody with a linked account, and this much cash. */
    private void people(String cash) {
        town.customer(AMINA, "Amina Otieno", cash);
        town.linked(AMINA, BankTown.DOLLARS);
        town.clock().advance(Duration.ofSeconds(1));
    }

    private void sent(String operation, String amount, String heard) {
        assertThat(request(operation, amount).getClass().getSimpleName()).endsWith("Asked");
        town.heard(AMINA, heard);
        town.clock().advance(Duration.ofSeconds(1));
    }

    private Outcome request(String operation, String amount) {
        return desk().sms(AMINA, operation, Map.of("amount", amount(amount)), People.PIN);
    }

    private void paid() {
        var quoted = desk().sms(
                        AMINA,
                        "remittance.quoteToBank",
                        Map.of("bank", KE, "account", BankTown.SHILLINGS, "amount", amount("50")),
                        "");
        done(desk().sms(AMINA, "remittance.pay", Map.of("code", part(quoted, "code")), People.PIN), "Paid");
        town.heard(AMINA, " is in ");
        town.clock().advance(Duration.ofSeconds(1));
    }

    /** What the last return took out of the wallet. */
    private Money taken() {
        return town.server().get(Transactions.class).read(connection -> {
            try (var select =
                            connection.prepareStatement("select -minor from activity where what = 'bank-taken-back'");
                    var row = select.executeQuery()) {
                row.next();
                return Money.of(row.getLong(1), "USD");
            }
        });
    }

    /** What counts against cash-outs of the day. */
    private long counted() {
        return town.server().get(Transactions.class).read(connection -> {
            try (var select = connection.prepareStatement(
                            "select coalesce(max(counted), 0) from counter where name like 'limit-day:%USD%'");
                    var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** What the customer was told for the withdrawal. */
    private String reference() {
        return town.server().get(Transactions.class).read(connection -> {
            try (var select = connection.prepareStatement("select reference from bank_withdrawal");
                    var row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        });
    }

    /** As if customers elsewhere had been sold as much. */
    private void spendFromPosition(long minor) {
        town.server().get(Transactions.class).write(connection -> {
            try (var update = connection.prepareStatement("update account set debits_posted = debits_posted + ?"
                    + " where code = 'exchange-position' and currency = 'USD'")) {
                update.setLong(1, minor);
                return update.executeUpdate();
            }
        });
    }

    private TwoOperators operators() {
        return returns().operators();
    }

    private BankReturns returns() {
        return new BankReturns(town, folder);
    }

    private Desk desk() {
        return town.people().desk();
    }

    private Outcome treasury(String operation, Money amount) {
        return desk().operator(operation, Map.of("amount", amount, "reason", "slip"));
    }

    private String state(Instruction instruction) {
        return town.server()
                .get(Instructions.class)
                .find(instruction.id())
                .orElseThrow()
                .state();
    }

    private long owed(String partner) {
        return town.server().get(NetPositions.class).all().stream()
                .filter(position -> position.partner().id().equals(partner))
                .mapToLong(position -> position.booked().minor())
                .sum();
    }
}
