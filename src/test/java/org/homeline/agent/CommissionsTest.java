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
import org.homeline.testing.Meanwhile;
import org.homeline.testing.People;
import org.homeline.testing.TestServer;
import org.homeline.time.StoryClock;
import org.junit.jupiter.api.Test;

/** Cash that goes round in circles between an agent and a friend earns nothing. */
final class CommissionsTest {
    private static final String AGENT = "+254722000111";
    private static final String FRIEND = "+254712345678";
    private static final String ANOTHER = "+254712345679";
    /** Three thousandths of 1,000 shillings. */
    private static final long EACH = 300;

    @Test
    void fourDealingsWithTheSameCustomerEarnInADay() {
        var clock = StoryClock.standingAt(Instant.parse("2026-03-02T14:00:00Z"));
        try (var server = TestServer.onH2(Map.of(), clock)) {
            var people = people(server);
            for (int i = 0; i < 6; i++) {
                people.cashIn(AGENT, FRIEND, "1000");
            }
            assertThat(earned(people)).isEqualTo(Money.of(4 * EACH, "KES"));
            people.cashIn(AGENT, ANOTHER, "1000");
            assertThat(earned(people)).isEqualTo(Money.of(5 * EACH, "KES"));
            var code = part(
                    done(
                            people.desk().ussd(FRIEND, "agent.withdraw", Map.of("amount", amount("1000")), People.PIN),
                            "CodeIssued"),
                    "code");
            var paid = done(
                    people.desk().ussd(AGENT, "agent.cashOut", Map.of("number", FRIEND, "code", code), People.PIN),
                    "PaidOut");
            assertThat(part(paid, "commission")).isEqualTo(Money.of(0, "KES"));
            clock.advance(Duration.ofDays(1));
            people.cashIn(AGENT, FRIEND, "1000");
            assertThat(earned(people)).isEqualTo(Money.of(6 * EACH, "KES"));
            assertThat(server.get(Audit.class).run().broken()).isEmpty();
        }
    }

    @Test
    void theLastThatEarnsIsTakenOnceByTwoAtTheSameMoment() {
        var meanwhile = new Meanwhile();
        try (var server = TestServer.onH2(Map.of(), meanwhile)) {
            var people = people(server);
            for (int i = 0; i < 3; i++) {
                people.cashIn(AGENT, FRIEND, "1000");
            }
            meanwhile.during("agent.cashIn", () -> people.cashIn(AGENT, FRIEND, "1000"));
            people.cashIn(AGENT, FRIEND, "1000");
            assertThat(meanwhile.happened()).isTrue();
            assertThat(earned(people)).isEqualTo(Money.of(4 * EACH, "KES"));
        }
    }

    private static Object earned(People people) {
        return part(people.desk().ussd(AGENT, "agent.float", Map.of(), People.PIN), "commission");
    }

    private static People people(TestServer server) {
        var people = new People(server);
        people.agent(AGENT, "Wanjiku Stores", "100000");
        people.customer(FRIEND, "Juma Otieno");
        people.customer(ANOTHER, "Amina Otieno");
        return people;
    }
}
