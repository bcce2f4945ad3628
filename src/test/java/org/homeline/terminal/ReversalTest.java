package org.homeline.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.terminal.Counter.AGENT;
import static org.homeline.terminal.Counter.CUSTOMER;
import static org.homeline.terminal.Counter.kes;
import static org.homeline.testing.Desk.part;
import static org.homeline.testing.People.PIN;
import static org.homeline.testing.People.amount;
import static org.homeline.testing.People.done;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.homeline.operation.Actor;
import org.homeline.operation.Pin;
import org.homeline.phone.PhoneNumber;
import org.homeline.time.StoryClock;
import org.junit.jupiter.api.Test;

/** A reversal ends with the right balance, exactly once, whenever it comes. */
final class ReversalTest {
    @Test
    void aCashInIsTakenBackOnce() throws Exception {
        try (var counter = new Counter()) {
            var before = Standing.of(counter);
            var dealing = counter.terminal.cashIn(PIN, CUSTOMER, 150_000);
            assertThat(counter.terminal.ask(dealing).code()).isEqualTo("00");
            assertThat(Standing.of(counter)).isNotEqualTo(before);
            var undone = counter.terminal.reverse(dealing);
            assertThat(undone.code()).isEqualTo("00");
            assertThat(undone.said()).contains("Juma Otieno");
            assertThat(Standing.of(counter)).isEqualTo(before);
            assertThat(counter.terminal.reverse(dealing)).isEqualTo(undone);
            assertThat(counter.terminal.repeat(dealing).code()).isEqualTo("68");
            assertThat(Standing.of(counter)).isEqualTo(before);
            assertThat(counter.broken()).isEmpty();
        }
    }

    /** It was done, and answers for ever: but not that cash is to be handed out. */
    @Test
    void whatWasTakenBackIsNotApprovedAgain() throws Exception {
        try (var counter = new Counter()) {
            var before = Standing.of(counter);
            var cashOut = counter.terminal.cashOut(PIN, CUSTOMER, counter.code("500"), 50_000);
            assertThat(counter.terminal.ask(cashOut).code()).isEqualTo("00");
            assertThat(counter.terminal.repeat(cashOut).code()).isEqualTo("00");
            assertThat(counter.terminal.reverse(cashOut).code()).isEqualTo("00");
            for (int i = 0; i < 2; i++) {
                assertThat(counter.terminal.repeat(cashOut).code()).isEqualTo("68");
                // A copy that does not say that it is one.
                assertThat(counter.terminal.ask(cashOut).code()).isEqualTo("68");
            }
            assertThat(counter.terminal.reverse(cashOut).code()).isEqualTo("00");
            assertThat(Standing.of(counter)).isEqualTo(before);
            assertThat(counter.broken()).isEmpty();
        }
    }

    /** Who holds it now may want to see cash twice; but what it says is not lost. */
    @Test
    void aBlockedTerminalsReversalIsForTheOperator() throws Exception {
        try (var counter = new Counter()) {
            var done = counter.terminal.cashIn(PIN, CUSTOMER, 150_000);
            var never = counter.terminal.cashIn(PIN, CUSTOMER, 150_000);
            assertThat(counter.terminal.ask(done).code()).isEqualTo("00");
            done(
                    counter.people
                            .desk()
                            .operator("agent.blockTerminal", Map.of("terminal", Counter.TERMINAL, "reason", "stolen")),
                    "TerminalBlocked");
            assertThat(counter.terminal.reverse(done).code()).isEqualTo("58");
            assertThat(counter.terminal.reverse(never).code()).isEqualTo("00");
            assertThat(counter.wallet()).isEqualTo(kes(2_150_000));
            assertThat(counter.server.get(TerminalsHealth.class).details()).containsEntry("stuck", 1L);
        }
    }

    @Test
    void aCashOutIsTakenBackOnceAndItsLimitGivenBack() throws Exception {
        try (var counter = new Counter()) {
            var before = Standing.of(counter);
            for (int i = 0; i < 9; i++) {
                var dealing = counter.terminal.cashOut(PIN, CUSTOMER, counter.code("18000"), 1_800_000);
                assertThat(counter.terminal.ask(dealing).code()).isEqualTo("00");
                assertThat(counter.terminal.reverse(dealing).code()).isEqualTo("00");
                assertThat(Standing.of(counter)).isEqualTo(before);
            }
            assertThat(counter.broken()).isEmpty();
        }
    }

    @Test
    void whatIsTakenBackBeforeItComesIsNeverDone() throws Exception {
        try (var counter = new Counter()) {
            var before = Standing.of(counter);
            var cashIn = counter.terminal.cashIn(PIN, CUSTOMER, 150_000);
            var code = counter.code("500");
            var cashOut = counter.terminal.cashOut(PIN, CUSTOMER, code, 50_000);
            for (var dealing : List.of(cashIn, cashOut)) {
                assertThat(counter.terminal.reverse(dealing).code()).isEqualTo("00");
                assertThat(counter.terminal.ask(dealing).code()).isEqualTo("68");
                assertThat(counter.terminal.repeat(dealing).code()).isEqualTo("68");
                assertThat(counter.terminal.reverse(dealing).code()).isEqualTo("00");
            }
            assertThat(counter.terminal
                            .ask(counter.terminal.cashOut(PIN, CUSTOMER, code, 50_000))
                            .code())
                    .isEqualTo("00");
            assertThat(counter.inFloat()).isEqualTo(before.inFloat().plus(kes(50_000)));
            assertThat(counter.broken()).isEmpty();
        }
    }

    @Test
    void whatWasRefusedIsTakenBackAsNothing() throws Exception {
        try (var counter = new Counter()) {
            var before = Standing.of(counter);
            var dealing = counter.terminal.cashIn(PIN, CUSTOMER, 9_900_000_00L);
            assertThat(counter.terminal.ask(dealing).code()).isEqualTo("51");
            assertThat(counter.terminal.reverse(dealing).code()).isEqualTo("00");
            counter.code("500");
            var wrong = counter.terminal.cashOut(PIN, CUSTOMER, "00000", 50_000);
            assertThat(counter.terminal.ask(wrong).code()).isEqualTo("05");
            assertThat(counter.terminal.reverse(wrong).code()).isEqualTo("00");
            assertThat(counter.inFloat()).isEqualTo(before.inFloat());
        }
    }

    @Test
    void whereTheMoneyIsGoneNothingMovesAndTheOperatorSeesIt() throws Exception {
        try (var counter = new Counter()) {
            var dealing = counter.terminal.cashIn(PIN, CUSTOMER, 150_000);
            assertThat(counter.terminal.ask(dealing).code()).isEqualTo("00");
            var spent = counter.terminal.cashOut(PIN, CUSTOMER, counter.code("21000"), 2_100_000);
            assertThat(counter.terminal.ask(spent).code()).isEqualTo("00");
            var before = Standing.of(counter);
            var refused = counter.terminal.reverse(dealing);
            assertThat(refused.code()).isEqualTo("51");
            assertThat(counter.terminal.reverse(dealing)).isEqualTo(refused);
            assertThat(Standing.of(counter)).isEqualTo(before);
            assertThat(counter.broken()).isEmpty();
            var desk = counter.people.desk();
            var stuck = (List<?>) part(done(desk.operator("agent.listStuck", Map.of()), "ReversalsListed"), "items");
            assertThat(stuck)
                    .singleElement()
                    .asString()
                    .contains(AGENT, "KES 1500.00", "money-gone", "what=cash-in", "customer=" + CUSTOMER, "terminal=T");
            var reference = stuck.getFirst().toString().replaceAll(".*reference=([A-Z0-9]{8}).*", "$1");
            done(
                    desk.operator("agent.settleStuck", Map.of("reference", reference, "reason", "cash given back")),
                    "StuckSettled");
            done(desk.operator("agent.settleStuck", Map.of("reference", reference, "reason", "again")), "NothingStuck");
        }
    }

    @Test
    void aFloatThatWasUsedIsNotOverdrawn() throws Exception {
        try (var counter = new Counter()) {
            var dealing = counter.terminal.cashOut(PIN, CUSTOMER, counter.code("15000"), 1_500_000);
            assertThat(counter.terminal.ask(dealing).code()).isEqualTo("00");
            counter.people.customer("+254712000000", "Asha Juma");
            counter.people.cashIn(AGENT, "+254712000000", "90000");
            var before = Standing.of(counter);
            assertThat(counter.terminal.reverse(dealing).code()).isEqualTo("51");
            assertThat(Standing.of(counter)).isEqualTo(before);
            assertThat(counter.broken()).isEmpty();
        }
    }

    @Test
    void afterADayItIsTooLate() throws Exception {
        var clock = StoryClock.running();
        try (var counter = new Counter(clock)) {
            var dealing = counter.terminal.cashIn(PIN, CUSTOMER, 150_000);
            assertThat(counter.terminal.ask(dealing).code()).isEqualTo("00");
            clock.advance(Duration.ofHours(25));
            assertThat(counter.terminal.reverse(dealing).code()).isEqualTo("68");
            assertThat(counter.wallet()).isEqualTo(kes(2_150_000));
        }
    }

    /** A date has no year; the next one of that date is nearer by then. */
    @Test
    void afterMoreThanHalfAYearItIsTheSameDealing() throws Exception {
        var clock = StoryClock.running();
        try (var counter = new Counter(clock)) {
            var dealing = counter.terminal.cashIn(PIN, CUSTOMER, 150_000);
            assertThat(counter.terminal.ask(dealing).code()).isEqualTo("00");
            clock.advance(Duration.ofDays(200));
            assertThat(counter.terminal.reverse(dealing).code()).isEqualTo("68");
            assertThat(counter.server.get(TerminalsHealth.class).details()).containsEntry("stuck", 1L);
        }
    }

    @Test
    void anotherAmountThanTheOriginalsIsForTheOperator() throws Exception {
        try (var counter = new Counter()) {
            var key = "terminal:T0000001:2026-11-27:101500:000001:633100000001";
            var desk = counter.people.desk();
            var caller = new Actor.Caller(new PhoneNumber(AGENT), Actor.Channel.TERMINAL);
            done(
                    desk.perform(
                            "agent.cashIn",
                            Map.of("number", CUSTOMER, "amount", amount("1500")),
                            caller,
                            new Pin(PIN),
                            key),
                    "CashedIn");
            done(
                    desk.perform(
                            "agent.reverse",
                            Map.of("request", key, "terminal", Counter.TERMINAL, "amount", kes(150_001)),
                            new Actor.Worker("terminal T0000001"),
                            null,
                            "reversal of " + key),
                    "OtherAmount");
            assertThat(counter.wallet()).isEqualTo(kes(2_150_000));
            assertThat(counter.server.get(TerminalsHealth.class).details()).containsEntry("stuck", 1L);
        }
    }

    @Test
    void bothHearOfIt() throws Exception {
        try (var counter = new Counter()) {
            var dealing = counter.terminal.cashIn(PIN, CUSTOMER, 150_000);
            counter.terminal.ask(dealing);
            counter.terminal.reverse(dealing);
            var last = part(counter.people.desk().ussd(CUSTOMER, "customer.last", Map.of(), PIN), "items");
            assertThat(last.toString()).contains("Cash in undone");
            assertThat(counter.terminal.ask(counter.terminal.last(PIN)).lines()).contains("Cash in undone");
            done(
                    counter.people
                            .desk()
                            .ussd(AGENT, "agent.cashIn", Map.of("number", CUSTOMER, "amount", amount("100")), PIN),
                    "CashedIn");
        }
    }
}
