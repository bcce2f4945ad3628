package org.homeline.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.testing.Desk.part;
import static org.homeline.testing.People.amount;
import static org.homeline.testing.People.done;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeline.conversation.Components;
import org.homeline.database.Transactions;
import org.homeline.money.Money;
import org.homeline.operation.Outcome;
import org.homeline.operation.Pin;
import org.homeline.operation.Refused;
import org.homeline.simulator.bank.Fault;
import org.homeline.testing.BankTown;
import org.homeline.testing.Desk;
import org.homeline.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money between a wallet and its owner's bank account. */
final class FundAndWithdrawTest {
    private static final String AMINA = "+12025550143";

    private final BankTown town = new BankTown();
    private final Desk desk = town.people().desk();

    @BeforeEach
    void link() {
        town.customer(AMINA, "Amina Otieno", "20");
        town.linked(AMINA, BankTown.DOLLARS);
        town.clock().advance(Duration.ofSeconds(1));
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void moneyFromTheBankIsKeptApartFromCash() {
        assertThat(fund("100")).isEqualTo(new Fund.DebitAsked(Money.of(100_00, "USD"), "..6789 Demo Bank"));
        assertThat(town.heard(AMINA, "came from"))
                .matches("USD 100 came from \\.\\.6789 Demo Bank\\. You have USD 120\\.50\\. Ref \\w{8}\\.");
        assertThat(town.wallet(AMINA, "USD")).containsExactly(20_00L, 100_50L);
        assertThat(town.us().statement(BankTown.DOLLARS).getLast().balanceMinor())
                .isEqualTo(250_000 - 50 - 100_00);
        assertThat(town.broken()).isEmpty();
        assertThat(lastWhat()).isEqualTo("From the bank");
    }

    @Test
    void whatTheBankDeclinesIsSaidAndNothingMoves() {
        town.us().fault(Fault.decline("51", "0200"));
        done(fund("100"), "DebitAsked");
        assertThat(town.heard(AMINA, "did not come"))
                .isEqualTo("USD 100 did not come from ..6789 Demo Bank: there is too little money in the account.");
        town.us().fault(Fault.decline("96", "0200"));
        done(fund("100"), "DebitAsked");
        assertThat(town.heard(AMINA, "did not come")).endsWith("the bank did not answer, so it was taken back.");
        assertThat(town.wallet(AMINA, "USD")).containsExactly(20_00L, 50L);
        assertThat(town.broken()).isEmpty();
    }

    /** What is on its way counts against what a wallet may hold. */
    @Test
    void noMoreIsOrderedThanTheWalletMayHold() {
        done(fund("1500"), "DebitAsked");
        assertThat(fund("1500"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo("limit-balance"));
    }

    /** By the reference that its owner was told, whoever asks for it. */
    @Test
    void whatIsTakenOutIsFoundByItsReference() {
        assertThat(desk.sms(AMINA, "remittance.status", Map.of(), "")).hasToString("NoneYet[]");
        town.us().fault(Fault.decline("62", "0200"));
        var declined = taken("10");
        town.heard(AMINA, "did not reach");
        assertThat(status(declined)).startsWith("declined and given back");
        assertThat(desk.sms(AMINA, "remittance.undo", declined, "")).hasToString("AlreadyUndone[]");
        var arrived = taken("10");
        town.heard(AMINA, "is in ..6789");
        assertThat(status(arrived)).startsWith("in the bank account");
        assertThat(desk.sms(AMINA, "remittance.undo", arrived, "")).hasToString("AlreadyCollected[]");

        town.us().fault(Fault.of(Fault.Kind.DROP_REQUEST, "0200"));
        var away = taken("5");
        assertThat(status(away)).isEqualTo("on its way to the bank: USD 5.00 to ..6789 Demo Bank");
        assertThat(desk.sms(AMINA, "remittance.undo", away, "")).hasToString("OnItsWay[payee=..6789 Demo Bank]");
        town.people().customer("+12025550144", "Bob Lee");
        assertThat(desk.sms("+12025550144", "remittance.status", away, "")).hasToString("NotFound[]");
        assertThat(desk.operator("settlement.show", Map.of("id", away.get("reference")))
                        .toString())
                .contains("customer, known=" + AMINA, "reference, known=" + away.get("reference"));
        assertThat(town.broken()).isEmpty();
    }

    private Map<String, Object> taken(String amount) {
        return Map.of("reference", part(done(withdraw(amount), "CreditAsked"), "reference"));
    }

    private String status(Map<String, Object> reference) {
        var told = desk.sms(AMINA, "remittance.status", reference, "");
        return part(told, "state") + ": " + part(told, "receives") + " to " + part(told, "payee");
    }

    @Test
    void whatIsAskedWronglyIsSaid() {
        assertThat(desk.sms(AMINA, "banking.fund", request("100"), "")).isEqualTo(new Refused(Refused.PIN_NEEDED));
        assertThat(fund("0")).isEqualTo(new Unbanked.BadAmount());
        assertThat(fund("100 KES")).isEqualTo(new Unbanked.BadAmount());
        assertThat(withdraw("100")).isEqualTo(new Withdraw.NotEnough(Money.of(20_50, "USD")));
        assertThat(fund("100", "0000")).isEqualTo(new Unbanked.NoAccount());
        done(fund("1,500"), "DebitAsked");
        assertThat(desk.sms("+12025550111", "banking.fund", request("100"), People.PIN))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo("pin-not-set"));
    }

    @Test
    void ofSeveralAccountsOneMustBeNamed() {
        town.linked(AMINA, BankTown.POOR);
        done(desk.ussd(AMINA, "banking.choose", Map.of("amount", amount("5")), ""), "Several");
        assertThat(fund("5")).isEqualTo(new Unbanked.WhichAccount());
        done(fund("5", "6789"), "DebitAsked");
        assertThat(town.heard(AMINA, "came from")).contains("..6789");
    }

    @Test
    void ofAccountsThatEndAlikeMoreDigitsTellWhich() {
        town.linked(AMINA, BankTown.TWIN);
        assertThat(fund("5", "6789")).isEqualTo(new Unbanked.WhichAccount());
        assertThat(fund("5", "23456789")).isEqualTo(new Unbanked.WhichAccount());
        done(fund("5", "523456789"), "DebitAsked");
        town.heard(AMINA, "came from");
        assertThat(town.us().statement(BankTown.TWIN).getLast().amountMinor()).isEqualTo(-5_00);
        assertThat(desk.sms(AMINA, "banking.remove", Map.of("account", "6789"), People.PIN))
                .isEqualTo(new Unbanked.WhichAccount());
        done(desk.sms(AMINA, "banking.remove", Map.of("account", "0123456789"), People.PIN), "Removed");
        done(fund("5", "6789"), "DebitAsked");
    }

    @Test
    void whatIsTakenOutArrivesAtTheBank() {
        done(withdraw("20.25"), "CreditAsked");
        assertThat(town.heard(AMINA, "is in ..6789")).startsWith("USD 20.25 is in ..6789 Demo Bank. Ref ");
        assertThat(town.wallet(AMINA, "USD")).containsExactly(0L, 25L);
        assertThat(town.us().statement(BankTown.DOLLARS).getLast().amountMinor())
                .isEqualTo(20_25);
        assertThat(town.broken()).isEmpty();
        assertThat(lastWhat()).isEqualTo("To the bank");
    }

    @Test
    void whatTheBankDoesNotTakeGoesBackToWhereItWasWithItsLimits() {
        town.us().fault(Fault.decline("62", "0200"));
        var day = counted();
        done(withdraw("20.25"), "CreditAsked");
        assertThat(town.heard(AMINA, "did not reach"))
                .contains("USD 20.25 did not reach ..6789 Demo Bank: the account does not allow it.");
        assertThat(town.wallet(AMINA, "USD")).containsExactly(20_00L, 50L);
        assertThat(counted()).isEqualTo(day);
        assertThat(town.broken()).isEmpty();
    }

    @Test
    void theOperatorSeesWhatIsOnItsWayAsHeld() {
        town.us().fault(Fault.of(Fault.Kind.DROP_REQUEST, "0200"));
        done(withdraw("20.25"), "CreditAsked");
        var shown = desk.operator("customer.show", Map.of("phone", AMINA));
        assertThat(part(shown, "available")).isEqualTo(Money.of(25, "USD"));
        assertThat(part(shown, "held")).isEqualTo(Money.of(20_25, "USD"));
    }

    @Test
    void aBankThatIsOwedTooMuchTakesNoMore() {
        town.server().get(Transactions.class).write(connection -> {
            try (var update = connection.createStatement()) {
                return update.executeUpdate("update account set credits_posted = credits_posted + 10000000"
                        + " where code = 'settlement' and currency = 'USD'");
            }
        });
        assertThat(withdraw("20")).isEqualTo(new Withdraw.BankFull("..6789 Demo Bank"));
        assertThat(town.wallet(AMINA, "USD")).containsExactly(20_00L, 50L);
    }

    /** Whoever talked an operator into the reset may hold somebody else's phone: no bank is asked to debit an account. */
    @Test
    void afterAResetOfThePinNoBankIsAsked() {
        done(
                desk.sms(AMINA, "banking.link", Map.of("bank", "demo-us", "account", BankTown.POOR), People.PIN),
                "ProofAsked");
        town.heard(AMINA, "Text LINK");
        done(desk.operator("customer.resetPin", Map.of("phone", AMINA, "reason", "passport seen")), "PinReset");
        done(desk.ussd(AMINA, "customer.setPin", Map.of("pin", new Pin(People.PIN)), ""), "PinSet");
        held(fund("100"));
        held(withdraw("10"));
        held(desk.sms(AMINA, "banking.link", Map.of("bank", "demo-us", "account", BankTown.CLOSED), People.PIN));
        done(desk.sms(AMINA, "banking.prove", Map.of("code", town.code(BankTown.POOR)), ""), "Linked");
        assertThat(town.broken()).isEmpty();
    }

    private static void held(Outcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo("pin-hold"));
    }

    private long counted() {
        return town.server().get(Transactions.class).read(connection -> {
            try (var select = connection.createStatement();
                    var row = select.executeQuery(
                            "select coalesce(sum(counted), 0) from counter where name like 'limit-day%'")) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private String lastWhat() {
        var items = (List<?>) part(desk.ussd(AMINA, "customer.last", Map.of(), ""), "items");
        return String.valueOf(Components.of(items.getFirst()).get("what"));
    }

    private Outcome fund(String amount) {
        return desk.sms(AMINA, "banking.fund", request(amount), People.PIN);
    }

    private Outcome fund(String amount, String account) {
        var request = new HashMap<>(request(amount));
        request.put("account", account);
        return desk.sms(AMINA, "banking.fund", request, People.PIN);
    }

    private Outcome withdraw(String amount) {
        return desk.sms(AMINA, "banking.withdraw", request(amount), People.PIN);
    }

    private static Map<String, Object> request(String amount) {
        return Map.of("amount", amount(amount));
    }
}
