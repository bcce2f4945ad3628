package org.homeline.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.testing.Desk.part;
import static org.homeline.testing.People.amount;
import static org.homeline.testing.People.done;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.homeline.ledger.Audit;
import org.homeline.money.Money;
import org.homeline.operation.Actor;
import org.homeline.operation.Outcome;
import org.homeline.operation.Refused;
import org.homeline.operation.Tellers;
import org.homeline.phone.PhoneNumber;
import org.homeline.testing.Meanwhile;
import org.homeline.testing.People;
import org.homeline.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One live code a customer, the last, however many are asked for at the same moment. */
final class WithdrawRaceTest {
    private static final String CUSTOMER = "+254712345678";
    private static final String AGENT = "+254722000111";
    private static final int AT_ONCE = 50;
    private static final Money ASKED = Money.of(10_000, "KES");

    @Test
    void aWithdrawalDecidedWhileAnotherCommitsTakesThePlaceOfThatOne() {
        var meanwhile = new Meanwhile();
        try (var server = TestServer.onH2(Map.of(), meanwhile)) {
            var people = people(server);
            meanwhile.during(
                    "agent.withdraw",
                    () -> done(
                            people.desk().ussd(CUSTOMER, "agent.withdraw", Map.of("amount", amount("150")), People.PIN),
                            "CodeIssued"));
            var later = people.desk().ussd(CUSTOMER, "agent.withdraw", Map.of("amount", amount("200")), People.PIN);
            assertThat(part(later, "again")).isEqualTo(true);
            assertThat(meanwhile.happened()).isTrue();
            assertThat(held(people)).isEqualTo(Money.of(20_000, "KES"));
        }
    }

    @Test
    void twoThatTogetherAreMoreThanTheWalletReplaceEachOtherToo() {
        var meanwhile = new Meanwhile();
        try (var server = TestServer.onH2(Map.of(), meanwhile)) {
            var people = people(server);
            meanwhile.during(
                    "agent.withdraw",
                    () -> done(
                            people.desk()
                                    .ussd(CUSTOMER, "agent.withdraw", Map.of("amount", amount("15000")), People.PIN),
                            "CodeIssued"));
            done(
                    people.desk().ussd(CUSTOMER, "agent.withdraw", Map.of("amount", amount("14000")), People.PIN),
                    "CodeIssued");
            assertThat(held(people)).isEqualTo(Money.of(1_400_000, "KES"));
            assertThat(server.get(Audit.class).run().broken()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofFiftyAtOnceOneCodeIsLeft(boolean postgres) throws Exception {
        try (var server = postgres ? TestServer.onPostgres(Map.of()) : TestServer.onH2(Map.of());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var people = people(server);
            var teller = Tellers.withoutPins(server);
            var together = new CyclicBarrier(AT_ONCE);
            var answers = new ArrayList<Future<Outcome>>();
            for (int i = 0; i < AT_ONCE; i++) {
                var key = "withdrawal " + i;
                Callable<Outcome> withdrawal = () -> {
                    together.await(1, TimeUnit.MINUTES);
                    return teller.perform(
                            "agent.withdraw",
                            new Withdraw.Input(amount("100")),
                            new Actor.Caller(new PhoneNumber(CUSTOMER), Actor.Channel.USSD),
                            key,
                            null);
                };
                answers.add(threads.submit(withdrawal));
            }
            var outcomes = new ArrayList<Outcome>();
            for (var answer : answers) {
                outcomes.add(answer.get(1, TimeUnit.MINUTES));
            }
            assertThat(outcomes)
                    .filteredOn(Withdraw.CodeIssued.class::isInstance)
                    .isNotEmpty();
            assertThat(outcomes)
                    .filteredOn(outcome -> !(outcome instanceof Withdraw.CodeIssued))
                    .allMatch(new Refused(Refused.BUSY)::equals);
            assertThat(held(people)).isEqualTo(ASKED);
            assertThat(server.get(Audit.class).run().broken()).isEmpty();
        }
    }

    private static Object held(People people) {
        return part(people.desk().ussd(CUSTOMER, "customer.balance", Map.of(), People.PIN), "held");
    }

    private static People people(TestServer server) {
        var people = new People(server);
        people.agent(AGENT, "Wanjiku Stores", "100000");
        people.customer(CUSTOMER, "Juma Otieno");
        people.cashIn(AGENT, CUSTOMER, "20000");
        return people;
    }
}
