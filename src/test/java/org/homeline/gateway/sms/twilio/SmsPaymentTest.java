package org.homeline.gateway.sms.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.gateway.sms.twilio.TwilioWorld.PHONE;
import static org.homeline.testing.Desk.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.homeline.language.Language;
import org.homeline.money.Money;
import org.homeline.money.WrittenAmount;
import org.homeline.operation.Pin;
import org.homeline.operation.Teller;
import org.homeline.settlement.OpenBooks;
import org.homeline.simulator.twilio.Reply;
import org.homeline.testing.Desk;
import org.junit.jupiter.api.Test;

/** A payment by text message, over the wire. */
final class SmsPaymentTest {
    private static final String AGENT = "+254722000111";
    private static final String PIN = "739154";
    private static final String AGENT_PIN = "601847";
    private static final int CALLS = 50;
    private static final Pattern PAY = Pattern.compile("PAY [0-9]{6}");

    @Test
    void fiftyEqualPaymentsHaveOneEffectAndOneAnswer() throws Exception {
        try (var world = TwilioWorld.conversing()) {
            var desk = enter(world);
            world.twilio.text(PHONE, "SEND 5000 TO 0733444555");
            var pay = PAY.matcher(world.next(PHONE, "To pay").body());
            assertThat(pay.find()).isTrue();

            var sid = world.twilio.sid();
            Callable<Reply> call = () -> world.twilio.text(sid, PHONE, pay.group() + " " + PIN, Map.of());
            var calls = new ArrayList<Callable<Reply>>();
            for (int i = 0; i < CALLS; i++) {
                calls.add(call);
            }
            List<Reply> replies = new ArrayList<>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var reply : threads.invokeAll(calls)) {
                    replies.add(reply.get());
                }
            }
            assertThat(replies).hasSize(CALLS).allSatisfy(reply -> {
                assertThat(reply.status()).isEqualTo(200);
                assertThat(reply.body()).isEqualTo(replies.getFirst().body());
            });

            world.settle(PHONE);
            var answers = world.bodies(PHONE);
            assertThat(answers.subList(answers.size() - 2, answers.size()))
                    .satisfiesExactly(
                            receipt -> assertThat(receipt).startsWith("Sent KES"),
                            last -> assertThat(last).isEqualTo("last"));
            assertThat(answers.stream().filter(answer -> answer.startsWith("Sent KES")))
                    .hasSize(1);
            assertThat(world.value("select count(*) from remittance")).isEqualTo("1");
            assertThat(world.value("select count(*) from journal where operation = 'remittance.pay'"))
                    .isEqualTo("1");
            var left = desk.ussd(PHONE, "customer.balance", Map.of(), PIN);
            assertThat(part(left, "available")).isEqualTo(Money.of(1_498_000, "KES"));
        }
    }

    /** A customer in Kenya with 20,000 shillings. */
    private static Desk enter(TwilioWorld world) {
        var desk = new Desk(world.server);
        OpenBooks.with(world.server.get(Teller.class));
        desk.operator("agent.add", Map.of("phone", AGENT, "name", "Kamau"));
        desk.operator(
                "agent.loadFloat", Map.of("phone", AGENT, "amount", new WrittenAmount("50000"), "reason", "slip 1"));
        desk.ussd(AGENT, "agent.setPin", Map.of("pin", new Pin(AGENT_PIN)), "");
        desk.ussd(
                PHONE,
                "customer.register",
                Map.of("language", Language.ENGLISH, "name", "Wanjiku Mwangi", "pin", new Pin(PIN)),
                "");
        var filled = desk.ussd(
                AGENT, "agent.cashIn", Map.of("number", PHONE, "amount", new WrittenAmount("20000")), AGENT_PIN);
        assertThat(filled.getClass().getSimpleName()).isEqualTo("CashedIn");
        return desk;
    }
}
