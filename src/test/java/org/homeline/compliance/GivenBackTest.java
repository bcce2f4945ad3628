package org.homeline.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.testing.Desk.part;
import static org.homeline.testing.People.amount;
import static org.homeline.testing.People.done;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.homeline.database.Chore;
import org.homeline.database.Transactions;
import org.homeline.operation.Outcome;
import org.homeline.operation.Refused;
import org.homeline.testing.People;
import org.homeline.testing.TestServer;
import org.homeline.time.StoryClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes back to somebody does not count against his limits any more; texts to strangers count all the same. */
final class GivenBackTest {
    private static final String SENDER = "+254722333444";
    private static final String AGENT = "+254722000111";
    private static final String STRANGER = "+254733444555";

    /** Ten minutes to midnight in Nairobi, on the last but one day of the month. */
    private final StoryClock clock = StoryClock.standingAt(Instant.parse("2026-03-30T20:50:00Z"));

    private final TestServer server = TestServer.onH2(Map.of(), clock);
    private final People people = new People(server);

    @BeforeEach
    void enter() {
        people.agent(AGENT, "Wanjiku Stores", "500000");
        people.customer(SENDER, "Juma Otieno");
        people.cashIn(AGENT, SENDER, "145000");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aCashOutCodeThatNobodyUsesGivesItsPartOfTheDayAndTheMonthBack() {
        clock.advance(Duration.ofHours(2));
        for (int code = 0; code < 3; code++) {
            done(withdraw("70000"), "CodeIssued");
            assertThat(counted("limit-day", "2026-03-31")).isEqualTo(70_000_00);
            clock.advance(Duration.ofMinutes(11));
            run("expire-cash-outs");
            assertThat(counted("limit-day", "2026-03-31")).isZero();
            assertThat(counted("limit-month", "2026-03-01")).isZero();
        }
    }

    @Test
    void aCodeInThePlaceOfAnotherCountsAloneWhetherTheOtherIsOverOrNot() {
        clock.advance(Duration.ofHours(2));
        done(withdraw("70000"), "CodeIssued");
        done(withdraw("30000"), "CodeIssued");
        assertThat(counted("limit-day", "2026-03-31")).isEqualTo(30_000_00);
        clock.advance(Duration.ofMinutes(11));
        done(withdraw("20000"), "CodeIssued");
        assertThat(counted("limit-day", "2026-03-31")).isEqualTo(20_000_00);
        clock.advance(Duration.ofMinutes(11));
        run("expire-cash-outs");
        assertThat(counted("limit-day", "2026-03-31")).isZero();
        assertThat(counted("limit-month", "2026-03-01")).isZero();
    }

    @Test
    void whatIsUndoneAfterMidnightCountsNoMoreInItsMonthAndLeavesTheNewDayAlone() {
        var reference = pay(STRANGER, "60000");
        assertThat(counted("limit-day", "2026-03-30")).isEqualTo(60_000_00);
        clock.advance(Duration.ofMinutes(20));
        pay(STRANGER, "1000");
        done(people.desk().ussd(SENDER, "remittance.undo", Map.of("reference", reference), ""), "Undone");
        assertThat(counted("limit-day", "2026-03-31")).isEqualTo(1_000_00);
        assertThat(counted("limit-month", "2026-03-01")).isEqualTo(1_000_00);
    }

    @Test
    void whatGoesBackInTheNextMonthLeavesThatMonthAlone() {
        pay(STRANGER, "60000");
        clock.advance(Duration.ofDays(8));
        pay(STRANGER, "1000");
        run("return-uncollected");
        assertThat(counted("limit-month", "2026-03-01")).isEqualTo(60_000_00);
        assertThat(counted("limit-month", "2026-04-01")).isEqualTo(1_000_00);
    }

    @Test
    void nobodyTextsStrangersWithoutEndByPayingAndUndoing() {
        for (int payment = 0; payment < 10; payment++) {
            var reference = Map.<String, Object>of("reference", pay("+25473344455" + payment % 3, "10"));
            done(people.desk().ussd(SENDER, "remittance.undo", reference, ""), "Undone");
        }
        assertThat(tryToPay(STRANGER, "10")).isEqualTo(new Refused("too-many-strangers", Map.of("most", 10L)));
        people.customer(STRANGER, "Amina Otieno");
        done(tryToPay(STRANGER, "10"), "Paid");
        clock.advance(Duration.ofMinutes(10));
        done(tryToPay("+254733444550", "10"), "Paid");
    }

    private Outcome withdraw(String cash) {
        return people.desk().ussd(SENDER, "agent.withdraw", Map.of("amount", amount(cash)), People.PIN);
    }

    private String pay(String payee, String sum) {
        return (String) part(done(tryToPay(payee, sum), "Paid"), "reference");
    }

    private Outcome tryToPay(String payee, String sum) {
        var quote = done(
                people.desk().ussd(SENDER, "remittance.quote", Map.of("payee", payee, "amount", amount(sum)), ""),
                "Quoted");
        return people.desk().ussd(SENDER, "remittance.confirm", Map.of("quote", part(quote, "quote")), People.PIN);
    }

    private long counted(String limit, String since) {
        return server.get(Transactions.class).read(connection -> {
            try (var select =
                    connection.prepareStatement("select coalesce(sum(counted), 0) from counter where name like ?")) {
                select.setString(1, "%s:%%:KES:%s".formatted(limit, since));
                try (var row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    private void run(String chore) {
        server.context().getBeansOfType(Chore.class).stream()
                .filter(one -> one.name().equals(chore))
                .findFirst()
                .orElseThrow()
                .run();
    }
}
