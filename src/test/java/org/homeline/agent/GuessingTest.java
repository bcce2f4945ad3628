package org.homeline.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.testing.Desk.part;
import static org.homeline.testing.People.amount;
import static org.homeline.testing.People.done;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.homeline.ledger.Audit;
import org.homeline.money.Money;
import org.homeline.operation.Outcome;
import org.homeline.testing.People;
import org.homeline.testing.TestServer;
import org.homeline.time.StoryClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever guesses at a till gets no further for the customer's asking for other codes, and keeps nobody from cash. */
final class GuessingTest {
    private static final String CUSTOMER = "+254712345678";
    private static final String GUESSER = "+254722000111";
    private static final String OTHER = "+254722000222";
    private static final int MOST_WRONG = 9;

    private final StoryClock clock = StoryClock.standingAt(Instant.parse("2026-03-02T14:00:00Z"));
    private TestServer server;
    private People people;

    @BeforeEach
    void start() {
        server = TestServer.onH2(Map.of(), clock);
        people = new People(server);
        people.agent(GUESSER, "Wanjiku Stores", "100000");
        people.agent(OTHER, "Kamau's Shop", "100000");
        people.customer(CUSTOMER, "Juma Otieno");
        people.cashIn(OTHER, CUSTOMER, "20000");
    }

    @AfterEach
    void stop() {
        assertThat(server.get(Audit.class).run().broken()).isEmpty();
        server.close();
    }

    @Test
    void nineWrongCodesADayAndThenNotEvenTheRightOne() {
        var code = "";
        for (int i = 0; i < MOST_WRONG; i++) {
            code = i % 3 == 0 ? code() : code;
            done(check(GUESSER, wrong(code)), "WrongCode");
        }
        code = code();
        done(check(GUESSER, wrong(code)), "TooManyWrong");
        done(check(GUESSER, code), "TooManyWrong");
        done(pay(GUESSER, code), "TooManyWrong");
        done(check(OTHER, wrong(code)), "WrongCode");
        done(pay(OTHER, code), "PaidOut");
    }

    @Test
    void theNextDayIsAnother() {
        var code = "";
        for (int i = 0; i < MOST_WRONG; i++) {
            code = i % 3 == 0 ? code() : code;
            check(GUESSER, wrong(code));
        }
        clock.advance(Duration.ofDays(1));
        done(pay(GUESSER, code()), "PaidOut");
    }

    @Test
    void anotherCodeHoldsAndCountsOnceAlone() {
        for (int i = 0; i < 12; i++) {
            code();
        }
        assertThat(part(people.desk().ussd(CUSTOMER, "customer.balance", Map.of(), People.PIN), "held"))
                .isEqualTo(Money.of(1_500_000, "KES"));
        done(pay(OTHER, code()), "PaidOut");
    }

    /** Twelve of these would pass the day's limit, if each were counted. */
    private String code() {
        var issued = done(
                people.desk().ussd(CUSTOMER, "agent.withdraw", Map.of("amount", amount("15000")), People.PIN),
                "CodeIssued");
        return (String) part(issued, "code");
    }

    private static String wrong(String code) {
        return (code.startsWith("1") ? "2" : "1") + code.substring(1);
    }

    private Outcome check(String agent, String code) {
        return people.desk().ussd(agent, "agent.checkCashOut", Map.of("number", CUSTOMER, "code", code), "");
    }

    private Outcome pay(String agent, String code) {
        return people.desk().ussd(agent, "agent.cashOut", Map.of("number", CUSTOMER, "code", code), People.PIN);
    }
}
