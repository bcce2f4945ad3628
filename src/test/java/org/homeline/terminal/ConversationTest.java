package org.homeline.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.testing.People.PIN;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.homeline.simulator.terminal.CashTerminal;
import org.homeline.testing.RecordingLine;
import org.homeline.testing.TestServer;
import org.homeline.time.StoryClock;
import org.junit.jupiter.api.Test;

/**
 * A conversation of each kind as a file of bytes, which the terminal and the server both make as it stands. Refreshed by
 * {@code -Dhomeline.refresh=true}.
 */
final class ConversationTest {
    private static final Path FILE = Path.of("src/test/resources/terminal/conversation.hex");
    private static final Instant NOW = Instant.parse("2026-11-27T07:15:00Z");

    @Test
    void theTerminalAndTheServerSpeakAsWritten() throws Exception {
        try (var counter = counter();
                var line = new RecordingLine(counter.port(), answer -> false)) {
            var spoken = new ArrayList<String>();
            try (var terminal = new CashTerminal(
                    counter.settings(Counter.TERMINAL, Counter.AGENT, line.port()),
                    counter.server.get(java.time.Clock.class),
                    new Random(11),
                    java.time.Duration.ofSeconds(20))) {
                new Story(terminal, line, spoken).tell(counter.code("500"));
            }
            if (Boolean.getBoolean("homeline.refresh")) {
                Files.createDirectories(FILE.getParent());
                Files.write(FILE, spoken);
            }
            assertThat(spoken).isEqualTo(Files.readAllLines(FILE));
        }
    }

    @Test
    void theServerAnswersTheBytesOfTheFileByThoseOfTheFile() throws Exception {
        try (var counter = counter()) {
            counter.code("500");
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), counter.port())) {
                socket.setSoTimeout(20_000);
                for (var frame : Files.readAllLines(FILE)) {
                    if (frame.startsWith("> ")) {
                        socket.getOutputStream().write(HexFormat.of().parseHex(frame.substring(2)));
                    } else if (frame.startsWith("< ")) {
                        assertThat(HexFormat.of().formatHex(RecordingLine.frame(socket.getInputStream())))
                                .isEqualTo(frame.substring(2));
                    }
                }
            }
            assertThat(counter.broken()).isEmpty();
        }
    }

    /** The same keys, codes, references and times, whenever it is told. */
    private static Counter counter() throws Exception {
        return new Counter(
                TestServer.onH2(Counter.listening(java.util.Map.of()), StoryClock.standingAt(NOW), new Random(2026)));
    }

    /** What the terminal does, in order. */
    private record Story(CashTerminal terminal, RecordingLine line, List<String> spoken) {
        private interface Step {
            Object of() throws Exception;
        }

        void tell(String code) throws Exception {
            step("sign on", terminal::signOn);
            step("new keys", terminal::exchangeKeys);
            step("echo", terminal::echo);
            var cashIn = terminal.cashIn(PIN, Counter.CUSTOMER, 150_000);
            step("cash in", () -> terminal.ask(cashIn));
            step("the same again", () -> terminal.repeat(cashIn));
            step("taken back", () -> terminal.reverse(cashIn));
            step("cash out for a code", () -> terminal.ask(terminal.cashOut(PIN, Counter.CUSTOMER, code, 50_000)));
            step("a wrong PIN", () -> terminal.ask(terminal.balance("1112")));
            step("balance and float", () -> terminal.ask(terminal.balance(PIN)));
            step("last dealings", () -> terminal.ask(terminal.last(PIN)));
            step("sign off", terminal::signOff);
        }

        private void step(String what, Step step) throws Exception {
            int before = line.frames().size();
            step.of();
            spoken.add("# " + what);
            spoken.addAll(line.frames().subList(before, line.frames().size()));
        }
    }
}
