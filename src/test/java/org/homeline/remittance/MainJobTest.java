package org.homeline.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.testing.Desk.part;

import java.util.Map;
import org.homeline.language.Language;
import org.homeline.money.Money;
import org.homeline.money.WrittenAmount;
import org.homeline.operation.Outcome;
import org.homeline.operation.Pin;
import org.homeline.operation.Refused;
import org.homeline.operation.Teller;
import org.homeline.settlement.OpenBooks;
import org.homeline.testing.Desk;
import org.homeline.testing.TestServer;
import org.junit.jupiter.api.Test;

/** The main job by operations alone, without a channel. */
final class MainJobTest {
    private static final String SENDER = "+12025550143";
    private static final String RECIPIENT = "+254712345678";
    private static final String US_AGENT = "+12025550199";
    private static final String KENYAN_AGENT = "+254722000111";

    @Test
    void moneyTravelsFromCashToCash() {
        try (var server = TestServer.onH2(Map.of())) {
            var desk = new Desk(server);
            OpenBooks.with(server.get(Teller.class));
            openAgent(desk, US_AGENT, "Bronx Corner Shop", "1000");
            openAgent(desk, KENYAN_AGENT, "Wanjiku Stores", "100000");
            named(desk.ussd(SENDER, "customer.register", register("Amina Otieno", "7391"), ""), "Registered");
            named(
                    desk.ussd(US_AGENT, "agent.cashIn", Map.of("number", SENDER, "amount", amount("300")), "2468"),
                    "CashedIn");

            var quote =
                    desk.sms(SENDER, "remittance.quote", Map.of("payee", "0712345678", "amount", amount("200")), "");
            named(quote, "Quoted");
            assertThat(part(quote, "fee")).isEqualTo(Money.of(199, "USD"));
            assertThat(part(quote, "tax")).isEqualTo(Money.of(200, "USD"));
            assertThat(part(quote, "receives")).isEqualTo(Money.of(2_553_800, "KES"));
            var code = Map.<String, Object>of("code", part(quote, "code"));
            assertThat(desk.sms(SENDER, "remittance.pay", code, "")).isEqualTo(new Refused(Refused.PIN_NEEDED));
            named(desk.sms(SENDER, "remittance.pay", code, "7391"), "Paid");
            named(desk.sms(SENDER, "remittance.pay", code, "7391"), "QuoteExpired");

            named(desk.ussd(RECIPIENT, "remittance.waiting", Map.of(), ""), "Waiting");
            named(desk.ussd(RECIPIENT, "customer.register", register("Juma Otieno", "8520"), ""), "Registered");
            var balance = desk.ussd(RECIPIENT, "customer.balance", Map.of(), "8520");
            assertThat(part(balance, "available")).isEqualTo(Money.of(2_553_800, "KES"));

            var issued = desk.ussd(RECIPIENT, "agent.withdraw", Map.of("amount", amount("5000")), "8520");
            named(issued, "CodeIssued");
            var presented = Map.of("number", "0712345678", "code", part(issued, "code"));
            named(desk.ussd(KENYAN_AGENT, "agent.checkCashOut", presented, ""), "Ready");
            named(desk.ussd(KENYAN_AGENT, "agent.cashOut", presented, "2468"), "PaidOut");
            named(desk.ussd(KENYAN_AGENT, "agent.cashOut", presented, "2468"), "CodeExpired");
            named(desk.ussd(RECIPIENT, "customer.last", Map.of(), ""), "Last");
        }
    }

    private static void openAgent(Desk desk, String phone, String name, String floated) {
        named(desk.operator("agent.add", Map.of("phone", phone, "name", name)), "Added");
        named(
                desk.operator("agent.loadFloat", Map.of("phone", phone, "amount", amount(floated), "reason", "slip 1")),
                "Loaded");
        named(desk.ussd(phone, "agent.setPin", Map.of("pin", new Pin("2468")), ""), "WeakPin", "PinSet");
        desk.ussd(phone, "agent.setPin", Map.of("pin", new Pin("2468")), "");
    }

    private static Map<String, Object> register(String name, String pin) {
        return Map.of("language", Language.ENGLISH, "name", name, "pin", new Pin(pin));
    }

    private static WrittenAmount amount(String text) {
        return new WrittenAmount(text);
    }

    private static void named(Outcome outcome, String... names) {
        assertThat(outcome.getClass().getSimpleName()).as(outcome.toString()).isIn((Object[]) names);
    }
}
