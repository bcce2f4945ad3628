package org.homeline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.homeline.language.Language;
import org.homeline.money.WrittenAmount;
import org.homeline.operation.Outcome;
import org.homeline.operation.Pin;
import org.homeline.operation.Teller;
import org.homeline.settlement.OpenBooks;

/** Brings people and money into a fresh server, by the operations that do so in earnest. */
public final class People {
    public static final String PIN = "7391";

    private final Desk desk;

    /** Opens the books. */
    public People(TestServer server) {
        desk = new Desk(server);
        OpenBooks.with(server.get(Teller.class));
    }

    public Desk desk() {
        return desk;
    }

    public void customer(String phone, String name) {
        done(desk.ussd(phone, "customer.register", registration(name), ""), "Registered");
    }

    public void agent(String phone, String name, String floated) {
        done(desk.operator("agent.add", Map.of("phone", phone, "name", name)), "Added");
        done(
                desk.operator("agent.loadFloat", Map.of("phone", phone, "amount", amount(floated), "reason", "slip 1")),
                "Loaded");
        done(desk.ussd(phone, "agent.setPin", Map.of("pin", new Pin(PIN)), ""), "PinSet");
    }

    public void cashIn(String agent, String customer, String amount) {
        done(desk.ussd(agent, "agent.cashIn", Map.of("number", customer, "amount", amount(amount)), PIN), "CashedIn");
    }

    public static Map<String, Object> registration(String name) {
        return Map.of("language", Language.ENGLISH, "name", name, "pin", new Pin(PIN));
    }

    public static WrittenAmount amount(String text) {
        return new WrittenAmount(text);
    }

    /** The outcome, once it is seen to be of that name. */
    public static Outcome done(Outcome outcome, String name) {
        assertThat(outcome.getClass().getSimpleName()).as(outcome.toString()).isEqualTo(name);
        return outcome;
    }
}
