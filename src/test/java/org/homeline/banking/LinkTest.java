package org.homeline.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.testing.People.done;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.homeline.database.Transactions;
import org.homeline.ledger.Audit;
import org.homeline.money.Money;
import org.homeline.operation.Outcome;
import org.homeline.operation.Refused;
import org.homeline.settlement.Discrepancies;
import org.homeline.simulator.bank.Fault;
import org.homeline.testing.BankTown;
import org.homeline.testing.Desk;
import org.homeline.testing.Eventually;
import org.homeline.testing.People;
import org.homeline.testing.TwoOperators;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account is linked by the code on its statement, and by nothing else. */
final class LinkTest {
    private static final String AMINA = "+12025550143";
    private static final String KENYAN = "+254712345678";

    private final BankTown town = new BankTown();
    private final Desk desk = town.people().desk();

    @BeforeEach
    void register() {
        town.customer(AMINA, "Amina Otieno", "0");
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void theBanksOfTheCallersCountryCanBeChosen() {
        town.customer(KENYAN, "Juma Otieno", "0");
        assertThat(desk.sms(AMINA, "banking.banks", Map.of(), ""))
                .isEqualTo(new Banks.Linkable(List.of(new Banks.Entry("demo-us", "Demo Bank"))));
        assertThat(desk.sms(KENYAN, "banking.banks", Map.of(), ""))
                .isEqualTo(new Banks.Linkable(List.of(new Banks.Entry("demo-ke", "Demo Bank Kenya"))));
        town.customer("+233241234567", "Kofi Mensah", "0");
        assertThat(desk.ussd("+233241234567", "banking.banks", Map.of(), "")).isEqualTo(new Banks.NoBanks());
        assertThat(desk.ussd("+254712000000", "banking.banks", Map.of(), "")).isEqualTo(new Unbanked.NotRegistered());
    }

    @Test
    void theCodeOnTheStatementLinksTheAccount() {
        assertThat(link(BankTown.DOLLARS)).isEqualTo(new Link.ProofAsked(Money.of(50, "USD"), "..6789 Demo Bank"));
        assertThat(town.heard(AMINA, "Text LINK"))
                .isEqualTo("USD 0.50 was taken from ..6789 Demo Bank. Its statement says HOMELINE and 6 digits."
                        + " Text LINK and the digits within 3 days.");
        assertThat(town.us().statement(BankTown.DOLLARS).getLast().amountMinor())
                .isEqualTo(-50);
        assertThat(items()).isEqualTo(List.of("..6789 Demo Bank: waits for its code"));
        assertThat(town.broken()).isEmpty();
        assertThat(prove(town.code(BankTown.DOLLARS))).isEqualTo(new Prove.Linked("..6789 Demo Bank"));
        town.heard(AMINA, "is linked");
        assertThat(items()).isEqualTo(List.of("..6789 Demo Bank: linked"));
        assertThat(town.wallet(AMINA, "USD")).containsExactly(0L, 50L);
        assertThat(prove(town.code(BankTown.DOLLARS))).isEqualTo(new Prove.NothingToProve());
        assertThat(town.broken()).isEmpty();
    }

    @Test
    void neitherNumberNorCodeStandsInTheDatabaseInClear() {
        link(BankTown.DOLLARS);
        town.heard(AMINA, "Text LINK");
        var script = town.server().get(Transactions.class).read(connection -> {
            var lines = new StringBuilder();
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("script nopasswords")) {
                while (row.next()) {
                    lines.append(row.getString(1)).append('\n');
                }
            }
            return lines.toString();
        });
        assertThat(script.contains("INSERT INTO")).isTrue();
        assertThat(script.contains(BankTown.DOLLARS)).as("the number").isFalse();
        assertThat(script.contains(town.code(BankTown.DOLLARS))).as("the code").isFalse();
    }

    @Test
    void linkingNeedsThePin() {
        assertThat(desk.sms(AMINA, "banking.link", Map.of("bank", "demo-us", "account", BankTown.DOLLARS), ""))
                .isEqualTo(new Refused(Refused.PIN_NEEDED));
    }

    @Test
    void whatIsNoAccountOrNoBankIsSaidAtOnce() {
        assertThat(link("12345")).isEqualTo(new Link.BadAccount("Demo Bank"));
        assertThat(desk.sms(
                        AMINA, "banking.link", Map.of("bank", "demo-ke", "account", BankTown.SHILLINGS), People.PIN))
                .isEqualTo(new Link.UnknownBank());
        done(link(BankTown.DOLLARS), "ProofAsked");
        assertThat(link(BankTown.DOLLARS)).isEqualTo(new Link.AlreadyLinked("..6789 Demo Bank"));
    }

    @Test
    void nobodyTriesManyNumbersADay() {
        for (var number : List.of("1111111111", "1111111112", "1111111113")) {
            done(link(number), "ProofAsked");
            town.heard(AMINA, "knows no such account");
        }
        assertThat(link(BankTown.DOLLARS)).isEqualTo(new Link.TooOften());
        town.clock().advance(Duration.ofDays(1));
        done(link(BankTown.DOLLARS), "ProofAsked");
    }

    @Test
    void nobodyHasMoreThanFiveAccounts() {
        for (int i = 0; i < ProofRules.MOST_ACCOUNTS; i++) {
            done(link("100000000" + i), "ProofAsked");
            Eventually.holds(() -> !states().contains("asked"), this::states);
            town.clock().advance(Duration.ofDays(1));
            town.server().get(Transactions.class).write(connection -> {
                try (var update = connection.createStatement()) {
                    return update.executeUpdate("update bank_account set state = 'linked', version = version + 9");
                }
            });
        }
        assertThat(link(BankTown.DOLLARS)).isEqualTo(new Link.TooManyAccounts(ProofRules.MOST_ACCOUNTS));
    }

    @ParameterizedTest
    @CsvSource({
        "51, there is too little money in the account",
        "14, the bank knows no such account",
        "57, the account does not allow it",
        "61, the account's limit is reached",
        "05, the account does not allow it",
        "12, the bank refused",
        "96, 'the bank did not answer, so it was taken back'"
    })
    void whyItWasDeclinedIsSaidInPlainWords(String code, String why) {
        town.us().fault(Fault.decline(code, "0200"));
        done(link(BankTown.DOLLARS), "ProofAsked");
        assertThat(town.heard(AMINA, "not linked")).isEqualTo("..6789 Demo Bank was not linked: " + why + ".");
        assertThat(items()).isEmpty();
        assertThat(town.broken()).isEmpty();
    }

    @Test
    void afterThreeWrongCodesTheSmallAmountGoesBackToTheAccountItCameFrom() {
        link(BankTown.DOLLARS);
        town.heard(AMINA, "Text LINK");
        var right = town.code(BankTown.DOLLARS);
        assertThat(prove(wrong(right))).isEqualTo(new Prove.WrongCode());
        assertThat(prove(wrong(right))).isEqualTo(new Prove.WrongCode());
        assertThat(prove(wrong(right))).isEqualTo(new Prove.TooManyWrong());
        assertThat(prove(right)).isEqualTo(new Prove.NothingToProve());
        town.server().get(ProofExpiry.class).run();
        town.heard(AMINA, "its code was not told");
        returned("failed");
        assertThat(town.us().statement(BankTown.DOLLARS).getLast().balanceMinor())
                .isEqualTo(250_000);
        assertThat(town.wallet(AMINA, "USD")).containsExactly(0L, 0L);
    }

    /** What can't go back at once must not make the guess free. */
    @Test
    void wrongCodesCountAlsoWhereTheBankIsAtItsCap() {
        link(BankTown.DOLLARS);
        town.heard(AMINA, "Text LINK");
        var right = town.code(BankTown.DOLLARS);
        owe(20_000_000);
        assertThat(prove(wrong(right))).isEqualTo(new Prove.WrongCode());
        assertThat(prove(wrong(right))).isEqualTo(new Prove.WrongCode());
        assertThat(prove(wrong(right))).isEqualTo(new Prove.TooManyWrong());
        assertThat(prove(right)).isEqualTo(new Prove.NothingToProve());
        town.server().get(ProofExpiry.class).run();
        assertThat(states()).containsExactly("proving");
        owe(-20_000_000);
        town.server().get(ProofExpiry.class).run();
        returned("failed");
    }

    @Test
    void ofManyGuessesAtOnceThreeLearnThatTheyWereWrong() throws Exception {
        link(BankTown.DOLLARS);
        town.heard(AMINA, "Text LINK");
        var wrong = wrong(town.code(BankTown.DOLLARS));
        var names = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var outcome : threads.invokeAll(Collections.<Callable<Outcome>>nCopies(12, () -> prove(wrong)))) {
                names.add(outcome.get().getClass().getSimpleName());
            }
        }
        assertThat(names).filteredOn("WrongCode"::equals).hasSizeLessThanOrEqualTo(2);
        assertThat(names).filteredOn("TooManyWrong"::equals).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void whatIsNotToldInThreeDaysGoesBack() {
        link(BankTown.DOLLARS);
        town.heard(AMINA, "Text LINK");
        var right = town.code(BankTown.DOLLARS);
        town.clock().advance(ProofRules.LIFETIME);
        assertThat(prove(right)).isEqualTo(new Prove.NothingToProve());
        town.server().get(ProofExpiry.class).run();
        town.heard(AMINA, "its code was not told");
        returned("failed");
        town.server().get(ProofExpiry.class).run();
        assertThat(town.us().statement(BankTown.DOLLARS)).hasSize(3);
    }

    @Test
    void whatTheBankCantTakeNowGoesBackLater() {
        link(BankTown.DOLLARS);
        town.heard(AMINA, "Text LINK");
        town.us().fault(Fault.decline("91", "0200"));
        town.clock().advance(ProofRules.LIFETIME);
        var expiry = town.server().get(ProofExpiry.class);
        expiry.run();
        returned("over");
        expiry.run();
        assertThat(states()).containsExactly("over");
        town.clock().advance(ProofRules.RETURN_AGAIN);
        expiry.run();
        returned("failed");
        assertThat(town.us().statement(BankTown.DOLLARS).getLast().balanceMinor())
                .isEqualTo(250_000);
    }

    @Test
    void whatCantGoBackForTwoWeeksIsKept() {
        link(BankTown.DOLLARS);
        town.heard(AMINA, "Text LINK");
        town.us().fault(Fault.decline("91", "0200"));
        town.clock().advance(ProofRules.RETURN_WITHIN);
        town.server().get(ProofExpiry.class).run();
        returned("kept");
    }

    /** It is nobody's to spend: the operator finds it among the exceptions. */
    @Test
    void whatCantGoBackIsKept() {
        link(BankTown.DOLLARS);
        town.heard(AMINA, "Text LINK");
        town.us().fault(Fault.decline("14", "0200"));
        town.clock().advance(ProofRules.LIFETIME);
        town.server().get(ProofExpiry.class).run();
        returned("kept");
        assertThat(town.heard(AMINA, "could not go back"))
                .isEqualTo("..6789 Demo Bank is not linked. USD 0.50 could not go back there: it is kept until it is"
                        + " clear whose it is.");
        assertThat(desk.operator("settlement.exceptions", Map.of()).toString())
                .contains("unreturned", "kept", "credit failed: no-account");
        var operators = new TwoOperators(town.server());
        town.us().fault(Fault.decline("14", "0200"));
        town.clock().advance(Duration.ofSeconds(1));
        operators.correct(unreturned(), "give-back");
        town.server().get(ProofExpiry.class).run();
        town.heard(AMINA, "could not go back");
        returned("kept");

        operators.correct(unreturned(), "unclaimed");
        returned("unclaimed");
        assertThat(desk.operator("treasury.show", Map.of()).toString()).contains("unclaimed");
        assertThat(town.broken()).isEmpty();
    }

    private UUID unreturned() {
        return town.server().get(Discrepancies.class).findWaiting().getFirst().id();
    }

    /** Its owner may be none of them. */
    @Test
    void anAccountIsDebitedForNoMoreThanThreeCustomersAWeek() {
        for (var phone : List.of("+12025550151", "+12025550152", "+12025550153")) {
            town.customer(phone, "Juma Otieno", "0");
            done(link(phone, BankTown.DOLLARS), "ProofAsked");
        }
        assertThat(link(AMINA, "0123 456-789")).isEqualTo(new Link.TooOften());
        done(link(AMINA, BankTown.POOR), "ProofAsked");
        town.clock().advance(Duration.ofDays(7));
        done(link(AMINA, BankTown.DOLLARS), "ProofAsked");
    }

    @Test
    void whoRemovesAnAccountIsToldAndGetsNothingFromIt() {
        town.linked(AMINA, BankTown.DOLLARS);
        assertThat(desk.sms(AMINA, "banking.remove", Map.of("account", "6789"), ""))
                .isEqualTo(new Refused(Refused.PIN_NEEDED));
        assertThat(desk.sms(AMINA, "banking.remove", Map.of("account", "0000"), People.PIN))
                .isEqualTo(new Unbanked.NoAccount());
        assertThat(desk.sms(AMINA, "banking.remove", Map.of("account", "6789"), People.PIN))
                .isEqualTo(new Remove.Removed("..6789 Demo Bank"));
        town.heard(AMINA, "linked no more");
        assertThat(desk.sms(AMINA, "banking.accounts", Map.of(), "")).isEqualTo(new Unbanked.NoAccount());
        done(link(BankTown.DOLLARS), "ProofAsked");
    }

    @Test
    void whoRemovesAnAccountThatWaitsForItsCodeHasTheAmountGoBack() {
        link(BankTown.DOLLARS);
        town.heard(AMINA, "Text LINK");
        done(desk.sms(AMINA, "banking.remove", Map.of("account", "6789"), People.PIN), "Removed");
        returned("failed");
    }

    /** No text tells of it, for it is not the customer's money: the small amount is seen to arrive in the books. */
    private void returned(String state) {
        Eventually.holds(() -> states().equals(List.of(state)), this::states);
        assertThat(town.server().get(Audit.class).run().broken()).isEmpty();
    }

    /** Has Homeline owe the US bank that much more. */
    private void owe(long minor) {
        town.server().get(Transactions.class).write(connection -> {
            try (var update = connection.prepareStatement("update account set credits_posted = credits_posted + ?"
                    + " where code = 'settlement' and currency = 'USD'")) {
                update.setLong(1, minor);
                return update.executeUpdate();
            }
        });
    }

    private List<String> states() {
        return town.server().get(Transactions.class).read(connection -> {
            var states = new ArrayList<String>();
            try (var select = connection.createStatement();
                    var row = select.executeQuery("select state from bank_account order by made, id")) {
                while (row.next()) {
                    states.add(row.getString(1));
                }
            }
            return states;
        });
    }

    private List<String> items() {
        var outcome = desk.sms(AMINA, "banking.accounts", Map.of(), "");
        return outcome instanceof Accounts.Listed listed
                ? listed.items().stream()
                        .map(one -> one.bankName() + ": " + one.state())
                        .toList()
                : List.of();
    }

    private Outcome link(String account) {
        return link(AMINA, account);
    }

    private Outcome link(String phone, String account) {
        return desk.sms(phone, "banking.link", Map.of("bank", "demo-us", "account", account), People.PIN);
    }

    private Outcome prove(String code) {
        return desk.sms(AMINA, "banking.prove", Map.of("code", code), "");
    }

    private static String wrong(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }
}
