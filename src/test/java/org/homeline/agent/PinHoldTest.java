package org.homeline.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.testing.Desk.part;
import static org.homeline.testing.People.amount;
import static org.homeline.testing.People.done;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.homeline.ledger.Audit;
import org.homeline.operation.Outcome;
import org.homeline.operation.Pin;
import org.homeline.operation.Refused;
import org.homeline.testing.People;
import org.homeline.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a reset of the PIN no way leads value out, for as long as the operator wants. */
final class PinHoldTest {
    private static final String CUSTOMER = "+254712345678";
    private static final String FRIEND = "+254712345679";
    private static final String AGENT = "+254722000111";
    private static final Map<String, Object> RESET = Map.of("phone", CUSTOMER, "reason", "passport seen");

    @TempDir
    static Path folder;

    @Test
    void neitherACodeFromBeforeNorAnAgentsQuestionNorATextTakesAnythingOut() {
        try (var server = TestServer.onH2(Map.of())) {
            var people = people(server);
            var desk = people.desk();
            var payee = Map.<String, Object>of("payee", FRIEND, "amount", amount("100"));
            var paidBefore = part(desk.ussd(CUSTOMER, "remittance.quote", payee, ""), "quote");
            done(desk.ussd(CUSTOMER, "remittance.confirm", Map.of("quote", paidBefore), People.PIN), "Paid");
            var code = part(withdraw(people), "code");
            done(desk.operator("customer.resetPin", RESET), "PinReset");

            var presented = Map.<String, Object>of("number", CUSTOMER, "code", code);
            held(desk.ussd(AGENT, "agent.cashOut", presented, People.PIN));
            var small = Map.of("code", part(desk.sms(CUSTOMER, "remittance.quote", payee, ""), "code"));
            held(desk.sms(CUSTOMER, "remittance.pay", small, ""));

            done(desk.ussd(CUSTOMER, "customer.setPin", Map.of("pin", new Pin(People.PIN)), ""), "PinSet");
            held(withdraw(people));
            var asked = Map.<String, Object>of("number", CUSTOMER, "amount", amount("200"));
            done(desk.ussd(AGENT, "agent.askCashOut", asked, People.PIN), "Asked");
            var request = Map.of("request", part(desk.ussd(CUSTOMER, "agent.pendingRequest", Map.of(), ""), "request"));
            held(desk.ussd(CUSTOMER, "agent.approve", request, People.PIN));

            people.cashIn(AGENT, CUSTOMER, "500");
            assertThat(server.get(Audit.class).run().broken()).isEmpty();
        }
    }

    @Test
    void anOperatorWhoWantsNoHoldHasNone() throws IOException {
        try (var server = TestServer.onH2(Map.of("homeline.config", config("0h").toString()))) {
            var people = people(server);
            assertThat(part(people.desk().operator("customer.resetPin", RESET), "heldUntil"))
                    .isNull();
            done(people.desk().ussd(CUSTOMER, "customer.setPin", Map.of("pin", new Pin(People.PIN)), ""), "PinSet");
            done(withdraw(people), "CodeIssued");
        }
    }

    private static Path config(String hold) throws IOException {
        var from = Path.of("gateway-config");
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var to = folder.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.writeString(
                        to,
                        Files.readString(file)
                                .replaceAll("hold-after-pin-reset: \\d+h", "hold-after-pin-reset: " + hold));
            }
        }
        return folder;
    }

    private static Outcome withdraw(People people) {
        return people.desk().ussd(CUSTOMER, "agent.withdraw", Map.of("amount", amount("200")), People.PIN);
    }

    private static void held(Outcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo("pin-hold"));
    }

    private static People people(TestServer server) {
        var people = new People(server);
        people.agent(AGENT, "Wanjiku Stores", "100000");
        people.customer(CUSTOMER, "Juma Otieno");
        people.customer(FRIEND, "Amina Otieno");
        people.cashIn(AGENT, CUSTOMER, "2000");
        return people;
    }
}
