package org.homeline.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.homeline.terminal.Counter.AGENT;
import static org.homeline.terminal.Counter.CUSTOMER;
import static org.homeline.terminal.Counter.TERMINAL;
import static org.homeline.terminal.Counter.kes;
import static org.homeline.testing.People.PIN;
import static org.homeline.testing.People.amount;
import static org.homeline.testing.People.done;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import org.homeline.configuration.ConfigurationException;
import org.homeline.simulator.terminal.Answer;
import org.homeline.simulator.terminal.CashTerminal;
import org.homeline.simulator.terminal.NoAnswerException;
import org.homeline.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a terminal can ask, over a real socket, by a terminal that shares no class with the server. */
final class TerminalTest {
    private Counter counter;

    @BeforeEach
    void open() throws Exception {
        counter = new Counter();
    }

    @AfterEach
    void close() {
        counter.close();
    }

    @Test
    void networkMessagesAreAnswered() throws Exception {
        assertThat(counter.terminal.signOn().code()).isEqualTo("00");
        assertThat(counter.terminal.echo().code()).isEqualTo("00");
        assertThat(counter.terminal.exchangeKeys().code()).isEqualTo("00");
        assertThat(counter.terminal.signOff().code()).isEqualTo("00");
    }

    @Test
    void cashInMovesFloatIntoTheWallet() throws Exception {
        var before = counter.inFloat();
        var answer = counter.terminal.ask(counter.terminal.cashIn(PIN, CUSTOMER, 150_000));
        assertThat(answer.code()).isEqualTo("00");
        assertThat(answer.approval()).hasSize(6);
        assertThat(answer.said()).contains("Juma Otieno", "1,500").contains(answer.approval());
        assertThat(counter.wallet()).isEqualTo(kes(2_150_000));
        assertThat(counter.inFloat()).isEqualTo(before.minus(kes(150_000)));
        assertThat(answer.inFloat()).contains(counter.inFloat().minor());
        assertThat(counter.broken()).isEmpty();
    }

    @Test
    void cashOutPaysACode() throws Exception {
        var before = counter.inFloat();
        var code = counter.code("500");
        var answer = counter.terminal.ask(counter.terminal.cashOut(PIN, CUSTOMER, code, 50_000));
        assertThat(answer.code()).isEqualTo("00");
        assertThat(answer.said()).contains("Juma Otieno");
        assertThat(counter.wallet()).isEqualTo(kes(1_950_000));
        assertThat(counter.inFloat()).isEqualTo(before.plus(kes(50_000)));
        assertThat(counter.broken()).isEmpty();
    }

    @Test
    void aRepeatGetsTheSameAnswerAndMovesNothing() throws Exception {
        var dealing = counter.terminal.cashIn(PIN, CUSTOMER, 150_000);
        var first = counter.terminal.ask(dealing);
        assertThat(counter.terminal.repeat(dealing)).isEqualTo(first);
        counter.terminal.exchangeKeys();
        assertThat(counter.terminal.repeat(dealing)).isEqualTo(first);
        assertThat(counter.wallet()).isEqualTo(kes(2_150_000));
    }

    @Test
    void balanceAndLastDealingsAreTold() throws Exception {
        var balance = counter.terminal.ask(counter.terminal.balance(PIN));
        assertThat(balance.code()).isEqualTo("00");
        assertThat(balance.inFloat()).contains(counter.inFloat().minor());
        assertThat(balance.commission()).contains(counter.commission().minor());
        counter.terminal.ask(counter.terminal.cashIn(PIN, CUSTOMER, 150_000));
        var last = counter.terminal.ask(counter.terminal.last(PIN));
        assertThat(last.code()).isEqualTo("00");
        assertThat(last.lines().lines())
                .hasSize(2)
                .allSatisfy(line ->
                        assertThat(line).contains("Juma Otieno").matches("[0-9]{2}/[0-9]{2} [0-9]{2}:[0-9]{2} EAT .*"));
    }

    @Test
    void anAmountThatIsNotTheCodesDoesNothing() throws Exception {
        var code = counter.code("500");
        var before = counter.inFloat();
        assertThat(counter.terminal
                        .ask(counter.terminal.cashOut(PIN, CUSTOMER, code, 50_001))
                        .code())
                .isEqualTo("13");
        assertThat(counter.inFloat()).isEqualTo(before);
        assertThat(counter.terminal
                        .ask(counter.terminal.cashOut(PIN, CUSTOMER, code, 50_000))
                        .code())
                .isEqualTo("00");
    }

    @Test
    void refusalsHaveTheirCodes() throws Exception {
        assertThat(in(CUSTOMER, 9_900_000_00L)).isEqualTo("51");
        assertThat(in("+254700000000", 150_000)).isEqualTo("14");
        assertThat(in("12", 150_000)).isEqualTo("14");
        assertThat(in(AGENT, 150_000)).isEqualTo("57");
        assertThat(in(CUSTOMER, 1)).isEqualTo("13");
        assertThat(out("123456", 50_000)).isEqualTo("54");
        counter.code("500");
        assertThat(out("12345", 50_000)).isEqualTo("05");
        loadFloat("200000");
        assertThat(in(CUSTOMER, 13_500_000)).isEqualTo("61");
        assertThat(counter.broken()).isEmpty();
    }

    @Test
    void wrongPinsLockAndARepeatIsNoSecondTry() throws Exception {
        var wrong = counter.terminal.cashIn("1111", CUSTOMER, 150_000);
        var first = counter.terminal.ask(wrong);
        assertThat(first.code()).isEqualTo("55");
        for (int i = 0; i < 4; i++) {
            assertThat(counter.terminal.repeat(wrong)).isEqualTo(first);
        }
        assertThat(counter.terminal.ask(counter.terminal.balance("1112")).code())
                .isEqualTo("55");
        assertThat(counter.terminal.ask(counter.terminal.balance("1113")).code())
                .isEqualTo("75");
        assertThat(in(CUSTOMER, 150_000)).isEqualTo("75");
        assertThat(counter.wallet()).isEqualTo(kes(2_000_000));
    }

    @Test
    void whatWasRefusedStaysRefused() throws Exception {
        var dealing = counter.terminal.cashIn(PIN, CUSTOMER, 9_000_000);
        var refused = counter.terminal.ask(dealing);
        assertThat(refused.code()).isEqualTo("51");
        loadFloat("100000");
        assertThat(counter.terminal.repeat(dealing)).isEqualTo(refused);
        assertThat(counter.terminal.ask(dealing)).isEqualTo(refused);
        assertThat(counter.wallet()).isEqualTo(kes(2_000_000));
    }

    @Test
    void guessingCodesEndsSoon() throws Exception {
        for (int i = 0; i < 9; i++) {
            if (i % 3 == 0) {
                counter.code("500");
            }
            assertThat(out("12345", 50_000)).isEqualTo("05");
        }
        assertThat(out(counter.code("500"), 50_000)).isEqualTo("65");
    }

    /** Two terminals that think they are the same one, and count alike. */
    @Test
    void anotherDealingUnderTheSameNumbersIsADuplicate() throws Exception {
        var settings = counter.settings(TERMINAL, AGENT, counter.port());
        var clock = Clock.fixed(counter.server.get(Clock.class).instant(), ZoneOffset.UTC);
        try (var one = new CashTerminal(settings, clock, new Random(5), Duration.ofSeconds(20));
                var other = new CashTerminal(settings, clock, new Random(5), Duration.ofSeconds(20))) {
            one.exchangeKeys();
            assertThat(one.ask(one.cashIn(PIN, CUSTOMER, 150_000)).code()).isEqualTo("00");
            other.exchangeKeys();
            assertThat(other.ask(other.cashIn(PIN, CUSTOMER, 160_000)).code()).isEqualTo("94");
        }
        assertThat(counter.wallet()).isEqualTo(kes(2_150_000));
    }

    /** A terminal that was set up anew, and counts as it did before. */
    @Test
    void whatComesUnderTheSameNumbersAtAnotherTimeIsAnotherDealing() throws Exception {
        var settings = counter.settings(TERMINAL, AGENT, counter.port());
        var now = counter.server.get(Clock.class).instant();
        for (int second = 0; second < 2; second++) {
            var clock = Clock.fixed(now.plusSeconds(second), ZoneOffset.UTC);
            try (var terminal = new CashTerminal(settings, clock, new Random(5), Duration.ofSeconds(20))) {
                terminal.exchangeKeys();
                var dealing = terminal.cashIn(PIN, CUSTOMER, 150_000);
                assertThat(terminal.ask(dealing).code()).isEqualTo("00");
                assertThat(terminal.repeat(dealing).code()).isEqualTo("00");
            }
        }
        assertThat(counter.wallet()).isEqualTo(kes(2_300_000));
    }

    @Test
    void aTerminalWithoutItsMasterKeyGetsNoOthers() throws Exception {
        done(
                counter.people.desk().operator("agent.addTerminal", Map.of("terminal", "T0000002", "phone", AGENT)),
                "TerminalAdded");
        try (var keyless = counter.terminal("T0000002", AGENT)) {
            assertThat(keyless.signOn().code()).isEqualTo("00");
            assertThat(keyless.exchangeKeys().code()).isEqualTo("96");
        }
    }

    @Test
    void aPortThatIsTakenIsSaidWithItsPlace() {
        var properties = Map.<String, Object>of("homeline.terminal-listen", "127.0.0.1:" + counter.port());
        try (var second = TestServer.onH2(properties)) {
            assertThatThrownBy(() -> second.get(TerminalHost.class).start())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("listen");
        }
    }

    /** A message that somebody kept, sent in when the same date of another year is nearer. */
    @Test
    void anOldRequestIsNone() throws Exception {
        var late = Clock.offset(counter.server.get(Clock.class), Duration.ofDays(-200));
        try (var terminal = new CashTerminal(
                counter.settings(TERMINAL, AGENT, counter.port()), late, new Random(5), Duration.ofSeconds(20))) {
            terminal.exchangeKeys();
            assertThat(terminal.ask(terminal.cashIn(PIN, CUSTOMER, 150_000)).code())
                    .isEqualTo("30");
        }
        assertThat(counter.wallet()).isEqualTo(kes(2_000_000));
    }

    @Test
    void healthSaysWhereItListensAndToHowMany() {
        assertThat(counter.server.get(TerminalsHealth.class).details())
                .containsEntry("listening", "127.0.0.1 port " + counter.port())
                .containsEntry("connected", 1)
                .containsEntry("known", 1L)
                .containsEntry("stuck", 0L);
    }

    @Test
    void aBlockedTerminalIsRefusedUntilItIsNot() throws Exception {
        var desk = counter.people.desk();
        done(desk.operator("agent.blockTerminal", Map.of("terminal", TERMINAL, "reason", "stolen")), "TerminalBlocked");
        assertThat(counter.terminal.signOn().code()).isEqualTo("58");
        assertThat(counter.terminal.exchangeKeys().code()).isEqualTo("58");
        assertNoAnswer("58");
        done(
                desk.operator("agent.unblockTerminal", Map.of("terminal", TERMINAL, "reason", "found")),
                "TerminalUnblocked");
        assertThat(in(CUSTOMER, 150_000)).isEqualTo("00");
        done(desk.operator("agent.block", Map.of("phone", AGENT, "reason", "inquiry")), "Blocked");
        assertNoAnswer("58");
    }

    /** It is told without a code, because whoever holds the terminal now is nobody's to answer. */
    private void assertNoAnswer(String code) {
        assertThatThrownBy(() -> in(CUSTOMER, 150_000))
                .isInstanceOf(NoAnswerException.class)
                .hasMessageContaining(code);
    }

    @Test
    void anotherAgentsNumberOrAnUnknownTerminalIsRefused() throws Exception {
        counter.people.agent("+254722000222", "Otieno Shop", "5000");
        try (var borrowed = counter.terminal(TERMINAL, "+254722000222");
                var unknown = counter.terminal("T0000009", AGENT)) {
            assertThat(borrowed.signOn().code()).isEqualTo("58");
            assertThat(unknown.signOn().code()).isEqualTo("58");
        }
    }

    private void loadFloat(String written) {
        done(
                counter.people
                        .desk()
                        .operator(
                                "agent.loadFloat",
                                Map.of("phone", AGENT, "amount", amount(written), "reason", "slip 2")),
                "Loaded");
    }

    private String in(String customer, long minor) throws Exception {
        return code(counter.terminal.ask(counter.terminal.cashIn(PIN, customer, minor)));
    }

    private String out(String code, long minor) throws Exception {
        return code(counter.terminal.ask(counter.terminal.cashOut(PIN, CUSTOMER, code, minor)));
    }

    private static String code(Answer answer) {
        return answer.code();
    }
}
