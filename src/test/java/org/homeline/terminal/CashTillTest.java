package org.homeline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import java.util.Random;
import org.homeline.simulator.prompt.Prompt;
import org.homeline.simulator.terminal.CashTerminal;
import org.homeline.simulator.terminal.CashTill;
import org.homeline.testing.People;
import org.homeline.testing.RecordingLine;
import org.junit.jupiter.api.Test;

/** The till that an agent sees, with a real server behind it, and between them a line that loses answers. */
final class CashTillTest {
    @Test
    void aDayAtTheCounter() throws Exception {
        try (var counter = new Counter()) {
            var code = counter.code("500");
            var shown = type(counter, counter.port(), """
                    in %s 1500
                    %s
                    out %s %s 500
                    %s
                    float
                    %s
                    last
                    %s
                    in %s 1x
                    in %s 100
                    1
                    quit
                    """.formatted(
                            Counter.CUSTOMER,
                            People.PIN,
                            Counter.CUSTOMER,
                            code,
                            People.PIN,
                            People.PIN,
                            People.PIN,
                            Counter.CUSTOMER,
                            Counter.CUSTOMER));
            assertThat(shown)
                    .contains("Signed on, with new keys.")
                    .contains("CASH IN", "KES 1500.00", "CASH OUT", "KES 500.00")
                    .containsPattern("Date +\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d UTC\n")
                    .contains("Juma Otieno")
                    .contains("'1x' is no amount of KES.")
                    .contains("Nothing was done.")
                    .doesNotContain(People.PIN);
            assertThat(counter.wallet()).isEqualTo(Counter.kes(2_100_000));
        }
    }

    @Test
    void whatGetsNoAnswerIsTakenBack() throws Exception {
        // Sign-on and keys are answered; the answers to a request and to its repeat are lost.
        try (var counter = new Counter();
                var line = new RecordingLine(counter.port(), answer -> answer == 3 || answer == 4)) {
            var shown = type(counter, line.port(), "in %s 1500%n%s%nquit%n".formatted(Counter.CUSTOMER, People.PIN));
            assertThat(shown).contains("No answer. Taking it back.").contains("Undone");
            assertThat(counter.wallet()).isEqualTo(Counter.kes(2_000_000));
            assertThat(counter.broken()).isEmpty();
        }
    }

    /** The dealing is done and its answer lost; whoever then says that the terminal is refused can be anybody. */
    @Test
    void aRefusalWithoutACodeIsNotBelieved() throws Exception {
        try (var counter = new Counter();
                var line = new RecordingLine(counter.port(), answer -> answer == 3 && block(counter))) {
            var shown = type(counter, line.port(), "in %s 1500%n%s%nquit%n".formatted(Counter.CUSTOMER, People.PIN));
            assertThat(shown)
                    .contains("No answer. Taking it back.")
                    .contains("58 ")
                    .doesNotContain("CASH IN");
            assertThat(counter.server.get(TerminalsHealth.class).details()).containsEntry("stuck", 1L);
            assertThat(counter.wallet()).isEqualTo(Counter.kes(2_150_000));
        }
    }

    @Test
    void whoseKeysAreOldGetsNewOnes() throws Exception {
        try (var counter = new Counter();
                var line = new RecordingLine(counter.port(), answer -> answer == 2 && renewTwice(counter))) {
            var in = "in %s 1500%n%s%n".formatted(Counter.CUSTOMER, People.PIN);
            var shown = type(counter, line.port(), in + in + "quit\n");
            assertThat(shown)
                    .contains("No answer (what came says 63, without the host's code).")
                    .contains("CASH IN");
            assertThat(counter.wallet()).isEqualTo(Counter.kes(2_150_000));
            assertThat(counter.broken()).isEmpty();
        }
    }

    private static boolean block(Counter counter) {
        counter.people
                .desk()
                .operator("agent.blockTerminal", java.util.Map.of("terminal", Counter.TERMINAL, "reason", "lost"));
        return true;
    }

    /** So that the keys which the till was just sent are nobody's any more; its answer is not lost. */
    private static boolean renewTwice(Counter counter) {
        try {
            for (int i = 0; i < 2; i++) {
                counter.terminal.exchangeKeys();
                counter.terminal.ask(counter.terminal.balance(People.PIN));
            }
            return false;
        } catch (java.io.IOException broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    void aStrangerIsTurnedAway() throws Exception {
        try (var counter = new Counter()) {
            counter.people
                    .desk()
                    .operator("agent.blockTerminal", java.util.Map.of("terminal", Counter.TERMINAL, "reason", "lost"));
            assertThat(type(counter, counter.port(), "quit\n")).contains("does not take this terminal (58)");
        }
    }

    /** What says so has no code of the host's, because of a terminal that is blocked it knows nothing more. */
    @Test
    void whoIsBlockedWhileTheTillIsOpenReadsWhy() throws Exception {
        try (var counter = new Counter();
                var line = new RecordingLine(counter.port(), answer -> answer == 2 && !block(counter))) {
            assertThat(type(counter, line.port(), "float\n%s\nquit\n".formatted(People.PIN)))
                    .contains("Signed on, with new keys.")
                    .contains("The host does not take this terminal (58).")
                    .doesNotContain("No answer");
        }
    }

    @Test
    void whereNobodyListensIsSaidWithoutNamesOfClasses() throws Exception {
        try (var counter = new Counter()) {
            int port = counter.port();
            counter.server.get(TerminalHost.class).close();
            assertThat(type(counter, port, "quit\n"))
                    .contains("No connection to the host: nobody listens at 127.0.0.1:" + port + ".")
                    .doesNotContain("Exception", "does not take");
        }
    }

    private static String type(Counter counter, int port, String typed) throws Exception {
        var out = new StringWriter();
        var settings = counter.settings(Counter.TERMINAL, Counter.AGENT, port);
        try (var terminal = new CashTerminal(settings, Clock.systemUTC(), new Random(3), Duration.ofSeconds(2));
                var prompt = Prompt.plain(new BufferedReader(new StringReader(typed)), new PrintWriter(out))) {
            new CashTill(terminal, settings, Currency.getInstance("KES"), prompt, Clock.systemUTC()).run();
        }
        return out.toString();
    }
}
