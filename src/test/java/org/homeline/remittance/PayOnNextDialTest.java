package org.homeline.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.testing.Desk.part;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
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
import org.homeline.time.StoryClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A quote by text whose PIN is given on the next dial. The clock stands still: everything happens at one instant. */
final class PayOnNextDialTest {
    private static final String KENYAN = "+254712345678";
    private static final String AMERICAN = "+12025550143";
    private static final String PAYEE = "+254733444555";
    private static final String PIN = "7391";

    private final TestServer server =
            TestServer.onH2(Map.of(), StoryClock.standingAt(Instant.parse("2026-03-02T14:00:00Z")));
    private final Desk desk = new Desk(server);

    @BeforeEach
    void openForBusiness() {
        OpenBooks.with(server.get(Teller.class));
        person(KENYAN, "+254722000111", "10000");
        person(AMERICAN, "+12025550199", "200");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whoeverCanDialIsAskedToAndThePaymentWaitsThere() {
        var code = quote(KENYAN, "500");
        assertThat(name(desk.ussd(KENYAN, "remittance.pending", Map.of(), ""))).isEqualTo("NothingPending");
        assertThat(name(desk.sms(KENYAN, "remittance.pay", code, ""))).isEqualTo("DialToPay");
        var pending = desk.ussd(KENYAN, "remittance.pending", Map.of(), "");
        assertThat(part(pending, "receives")).isEqualTo(Money.of(50_000, "KES"));
        assertThat(part(pending, "cancellable")).isEqualTo(true);
        var quote = Map.of("quote", part(pending, "quote"));
        assertThat(name(desk.ussd(KENYAN, "remittance.confirm", quote, PIN))).isEqualTo("Paid");
        assertThat(name(desk.ussd(KENYAN, "remittance.pending", Map.of(), ""))).isEqualTo("NothingPending");
        assertThat(name(desk.sms(KENYAN, "remittance.pay", code, PIN))).isEqualTo("QuoteExpired");
    }

    @Test
    void nobodyElseIsAskedForIt() {
        desk.sms(KENYAN, "remittance.pay", quote(KENYAN, "500"), "");
        assertThat(name(desk.ussd(AMERICAN, "remittance.pending", Map.of(), "")))
                .isEqualTo("NothingPending");
    }

    @Test
    void whoeverCanNotDialWritesThePinWithTheCode() {
        var code = quote(AMERICAN, "50");
        assertThat(desk.sms(AMERICAN, "remittance.pay", code, "")).isEqualTo(new Refused(Refused.PIN_NEEDED));
        assertThat(name(desk.ussd(AMERICAN, "remittance.pending", Map.of(), "")))
                .isEqualTo("NothingPending");
        assertThat(name(desk.sms(AMERICAN, "remittance.pay", code, PIN))).isEqualTo("Paid");
    }

    @Test
    void aWrongCodeBringsNothingToTheNextDial() {
        quote(KENYAN, "500");
        assertThat(name(desk.sms(KENYAN, "remittance.pay", Map.of("code", "000000"), "")))
                .isEqualTo("WrongCode");
        assertThat(name(desk.ussd(KENYAN, "remittance.pending", Map.of(), ""))).isEqualTo("NothingPending");
    }

    @Test
    void ofTwoQuotesOfOneInstantTheLaterOneIsLive() {
        for (int i = 0; i < 10; i++) {
            var earlier = quote(KENYAN, "500");
            var later = quote(KENYAN, "600");
            assertThat(name(desk.sms(KENYAN, "remittance.pay", earlier, ""))).isIn("WrongCode", "DialToPay");
            desk.sms(KENYAN, "remittance.pay", later, "");
            assertThat(part(desk.ussd(KENYAN, "remittance.pending", Map.of(), ""), "receives"))
                    .isEqualTo(Money.of(60_000, "KES"));
        }
    }

    @Test
    void fromAllSidesAtOnceItIsPaidOnce() throws Exception {
        var code = quote(KENYAN, "500");
        desk.sms(KENYAN, "remittance.pay", code, "");
        var quote = Map.of("quote", part(desk.ussd(KENYAN, "remittance.pending", Map.of(), ""), "quote"));
        var tries = new ArrayList<Callable<Outcome>>();
        tries.addAll(Collections.nCopies(15, () -> desk.ussd(KENYAN, "remittance.confirm", quote, PIN)));
        tries.addAll(Collections.nCopies(15, () -> desk.sms(KENYAN, "remittance.pay", code, PIN)));
        var names = inParallel(tries).stream().map(PayOnNextDialTest::name).toList();
        assertThat(names).containsOnlyOnce("Paid");
        assertThat(part(desk.ussd(KENYAN, "customer.last", Map.of(), ""), "items"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(2);
    }

    private static List<Outcome> inParallel(List<Callable<Outcome>> tries)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = new ArrayList<Outcome>();
            for (var outcome : threads.invokeAll(tries)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        }
    }

    private Map<String, Object> quote(String payer, String amount) {
        var quoted =
                desk.sms(payer, "remittance.quote", Map.of("payee", PAYEE, "amount", new WrittenAmount(amount)), "");
        return Map.of("code", part(quoted, "code"));
    }

    /** Somebody with cash in the wallet, from an agent of the same country. */
    private void person(String phone, String agent, String cash) {
        desk.operator("agent.add", Map.of("phone", agent, "name", "Corner Shop"));
        var much = new WrittenAmount("100000");
        desk.operator("agent.loadFloat", Map.of("phone", agent, "amount", much, "reason", "slip"));
        desk.ussd(agent, "agent.setPin", Map.of("pin", new Pin("2648")), "");
        desk.ussd(
                phone,
                "customer.register",
                Map.of("language", Language.ENGLISH, "name", "Amina Otieno", "pin", new Pin(PIN)),
                "");
        var paidIn =
                desk.ussd(agent, "agent.cashIn", Map.of("number", phone, "amount", new WrittenAmount(cash)), "2648");
        assertThat(name(paidIn)).as(paidIn.toString()).isEqualTo("CashedIn");
    }

    private static String name(Outcome outcome) {
        return outcome.getClass().getSimpleName();
    }
}
