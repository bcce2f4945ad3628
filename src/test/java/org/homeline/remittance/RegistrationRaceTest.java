package org.homeline.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.testing.Desk.part;
import static org.homeline.testing.People.amount;
import static org.homeline.testing.People.done;

import java.util.List;
import java.util.Map;
import org.homeline.ledger.Audit;
import org.homeline.money.Money;
import org.homeline.testing.Meanwhile;
import org.homeline.testing.People;
import org.homeline.testing.TestServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody pays to a number at the very moment at which its owner registers: the money is the new customer's. */
final class RegistrationRaceTest {
    private static final String SENDER = "+12025550143";
    private static final String RECIPIENT = "+254712345678";
    private static final String AGENT = "+12025550199";
    private static final Money RECEIVED = Money.of(638_450, "KES");

    /** Where it is tried. */
    enum Database {
        H2,
        POSTGRESQL;

        TestServer start(Meanwhile meanwhile) {
            return this == H2 ? TestServer.onH2(Map.of(), meanwhile) : TestServer.onPostgres(Map.of(), meanwhile);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPaymentDecidedBeforeTheRegistrationIsDepositedAfterIt(Database database) {
        var meanwhile = new Meanwhile();
        try (var server = database.start(meanwhile)) {
            var people = people(server);
            var code = quote(people);
            meanwhile.during("remittance.pay", () -> people.customer(RECIPIENT, "Juma Otieno"));
            done(people.desk().sms(SENDER, "remittance.pay", code, People.PIN), "Paid");
            arrived(server, people, meanwhile);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRegistrationDecidedBeforeThePaymentCollectsItAfterwards(Database database) {
        var meanwhile = new Meanwhile();
        try (var server = database.start(meanwhile)) {
            var people = people(server);
            var code = quote(people);
            meanwhile.during(
                    "customer.register",
                    () -> done(people.desk().sms(SENDER, "remittance.pay", code, People.PIN), "Paid"));
            people.customer(RECIPIENT, "Juma Otieno");
            arrived(server, people, meanwhile);
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoPaymentsToOneNewcomerBothWait(Database database) {
        var meanwhile = new Meanwhile();
        try (var server = database.start(meanwhile)) {
            var people = people(server);
            people.customer("+12025550144", "Grace Otieno");
            people.cashIn(AGENT, "+12025550144", "100");
            var code = quote(people);
            var other = quote(people, "+12025550144");
            meanwhile.during(
                    "remittance.pay",
                    () -> done(people.desk().sms("+12025550144", "remittance.pay", other, People.PIN), "Paid"));
            done(people.desk().sms(SENDER, "remittance.pay", code, People.PIN), "Paid");
            var waiting = done(people.desk().ussd(RECIPIENT, "remittance.waiting", Map.of(), ""), "Waiting");
            assertThat((List<?>) part(waiting, "items")).hasSize(2);
        }
    }

    private static People people(TestServer server) {
        var people = new People(server);
        people.agent(AGENT, "Bronx Corner Shop", "1000");
        people.customer(SENDER, "Amina Otieno");
        people.cashIn(AGENT, SENDER, "100");
        return people;
    }

    private static Map<String, Object> quote(People people) {
        return quote(people, SENDER);
    }

    private static Map<String, Object> quote(People people, String sender) {
        var quote =
                people.desk().sms(sender, "remittance.quote", Map.of("payee", RECIPIENT, "amount", amount("50")), "");
        assertThat(part(quote, "receives")).isEqualTo(RECEIVED);
        return Map.of("code", part(quote, "code"));
    }

    private static void arrived(TestServer server, People people, Meanwhile meanwhile) {
        assertThat(meanwhile.happened()).isTrue();
        var balance = people.desk().ussd(RECIPIENT, "customer.balance", Map.of(), People.PIN);
        assertThat(part(balance, "available")).isEqualTo(RECEIVED);
        done(people.desk().ussd(RECIPIENT, "remittance.waiting", Map.of(), ""), "Nothing");
        assertThat(server.get(Audit.class).run().broken()).isEmpty();
    }
}
