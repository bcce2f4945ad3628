package org.homeline.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.testing.Desk.part;
import static org.homeline.testing.People.amount;
import static org.homeline.testing.People.done;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.homeline.database.Transactions;
import org.homeline.ledger.AccountCode;
import org.homeline.money.Money;
import org.homeline.operation.Outcome;
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

        var over = Objects.requireNonNull(instruction.day());
        returns().end(US, over);
        returns().compare(US, over, returns().without(town.us(), instruction));
        assertThat(operators()
                        .resolve(returns().waiting("missing-at-bank").id(), "suspense", "ana")
                        .toString())
                .as("the line has returned what the items show too")
                .startsWith("NotNow")
                .contains("it was returned by the exception " + found.id());
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

    private void people(String cash) {
        town.linkedWith(AMINA, cash);
    }

    private void sent(String operation, String amount, String heard) {
        town.sent(AMINA, operation, amount, heard);
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
