package org.homeline.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.testing.Desk.part;
import static org.homeline.testing.People.amount;
import static org.homeline.testing.People.done;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.homeline.database.Transactions;
import org.homeline.ledger.Account;
import org.homeline.ledger.AccountCode;
import org.homeline.ledger.Audit;
import org.homeline.ledger.Books;
import org.homeline.money.Money;
import org.homeline.operation.Outcome;
import org.homeline.testing.Meanwhile;
import org.homeline.testing.People;
import org.homeline.testing.TestServer;
import org.homeline.time.StoryClock;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What senders may still ask back stays there: US senders pay dollars in, payments to Ecuador pay dollars out. */
final class RefundHoldingTest {
    private static final String AMERICAN = "+12025550143";
    private static final String SPANIARD = "+34612345678";
    private static final String KENYAN = "+254712345678";
    private static final String ECUADORIAN = "+593991234567";
    private static final Ended.OutOfFunds NO_DOLLARS = new Ended.OutOfFunds("USD");

    private final StoryClock clock = StoryClock.standingAt(Instant.parse("2026-03-02T14:00:00Z"));
    private final Meanwhile meanwhile = new Meanwhile();
    private final TestServer server = TestServer.onH2(Map.of(), clock, meanwhile);
    private final People people = new People(server);

    @BeforeEach
    void openWithoutDollars() {
        sender(AMERICAN, "+12025550199");
        sender(SPANIARD, "+34612000111");
        done(withdraw("50000"), "Withdrawn");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whatASenderMayAskBackIsPaidToNobodyElse() {
        var reference = part(pay(AMERICAN, KENYAN), "reference");
        var code = quote(SPANIARD, ECUADORIAN);
        assertThat(people.desk().sms(SPANIARD, "remittance.pay", code, People.PIN))
                .isEqualTo(NO_DOLLARS);
        done(people.desk().ussd(AMERICAN, "remittance.undo", Map.of("reference", reference), ""), "Undone");
        assertThat(server.get(Audit.class).run().broken()).isEmpty();
    }

    @Test
    void whatNobodyMayAskBackAnyMoreIsPaidOut() {
        pay(AMERICAN, KENYAN);
        people.customer(KENYAN, "Juma Otieno");
        done(pay(SPANIARD, ECUADORIAN), "Paid");
    }

    @Test
    void whatWaitsWithinOneCurrencyKeepsNothingBack() {
        sender("+254722333444", "+254722000111");
        pay("+254722333444", "+254733444555");
        assertThat(kept("KES")).isZero();
        assertThat(server.get(Audit.class).run().broken()).isEmpty();
    }

    @Test
    void nobodySellsWhatASenderMayAskBack() {
        var reference = part(pay(AMERICAN, KENYAN), "reference");
        assertThat(kept("USD")).isEqualTo(50_00);
        var deal = Map.<String, Object>of(
                "sold", Money.of(1, "USD"), "bought", Money.of(100, "KES"), "reason", "the deal's number");
        assertThat(people.desk().operator("treasury.exchange", deal).getClass().getSimpleName())
                .isEqualTo("TooMuch");
        done(people.desk().ussd(AMERICAN, "remittance.undo", Map.of("reference", reference), ""), "Undone");
        assertThat(kept("USD")).isZero();
    }

    @Test
    void whatCustomersPaidIsNotTakenBackFromAPartnerWhoHasNothing() {
        people.customer(KENYAN, "Juma Otieno");
        pay(AMERICAN, KENYAN);
        assertThat(withdraw("1").getClass().getSimpleName()).isEqualTo("TooMuch");
    }

    /** As a payment that waits from before there was the account. */
    @Test
    void whatWasPaidBeforeThereWasTheAccountGoesBackAsItCame() {
        var reference = part(pay(AMERICAN, KENYAN), "reference");
        server.get(Transactions.class).write(connection -> {
            try (var change = connection.createStatement()) {
                change.executeUpdate("update remittance set refund_kept = false");
                change.executeUpdate("update account set code = 'moved' where code = 'refund-holding'");
                return change.executeUpdate("update account set credits_posted = credits_posted + 5000"
                        + " where code = 'exchange-position' and currency = 'USD'");
            }
        });
        done(people.desk().ussd(AMERICAN, "remittance.undo", Map.of("reference", reference), ""), "Undone");
        assertThat(server.get(Audit.class).run().lines())
                .filteredOn(line -> line.name().equals("refunds"))
                .allMatch(line -> line.finding().isClean());
    }

    @Test
    void theAuditNamesWhatIsNotKept() {
        pay(AMERICAN, KENYAN);
        server.get(Transactions.class).write(connection -> {
            try (var update = connection.createStatement()) {
                return update.executeUpdate("update remittance set amount_minor = 4999");
            }
        });
        assertThat(server.get(Audit.class).run().broken())
                .extracting(Audit.Line::name)
                .containsExactly("refunds");
    }

    private long kept(String currency) {
        var account = Account.ofOperator(AccountCode.REFUND_HOLDING, CurrencyUnit.of(currency));
        return server.get(Books.class).totals(List.of(account)).getFirst().balance();
    }

    private void sender(String phone, String agent) {
        people.agent(agent, "Corner Shop", "1000");
        people.customer(phone, "Amina Otieno");
        people.cashIn(agent, phone, "200");
    }

    private Map<String, Object> quote(String sender, String payee) {
        var sends = amount(sender.equals(SPANIARD) ? "30" : "50");
        var quote = done(
                people.desk().sms(sender, "remittance.quote", Map.of("payee", payee, "amount", sends), ""), "Quoted");
        return Map.of("code", part(quote, "code"));
    }

    private Outcome pay(String sender, String payee) {
        return done(people.desk().sms(sender, "remittance.pay", quote(sender, payee), People.PIN), "Paid");
    }

    private Outcome withdraw(String dollars) {
        var back = Money.of(100 * Long.parseLong(dollars), "USD");
        return people.desk().operator("treasury.withdraw", Map.of("amount", back, "reason", "partner's slip"));
    }
}
