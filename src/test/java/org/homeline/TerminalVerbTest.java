package org.homeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator types about cash terminals, and is told where it can't be. */
final class TerminalVerbTest {
    private static final String AGENT = "+254722000111";

    @TempDir
    private Path data;

    @Test
    void terminalsAreBoundListedAndBlocked() {
        assertThat(Run.on(data, "agent", "add", AGENT, "Wanjiku", "Stores").status())
                .isZero();
        fails("no agent has the number +254722999999", "terminal", "add", "T0000001", "+254722999999");
        fails("'t1' can't be a terminal: it is eight capitals and digits", "terminal", "add", "t1", AGENT);
        does("Wanjiku Stores", "terminal", "add", "T0000001", AGENT);
        fails("terminal T0000001 was added before", "terminal", "add", "T0000001", AGENT);
        does("active  none", "terminal", "list");
        does("T0000001", "terminal", "block", "T0000001", "--reason", "stolen");
        fails("terminal T0000001 was blocked already", "terminal", "block", "T0000001", "--reason", "stolen");
        does("blocked", "terminal", "list");
        does("T0000001", "terminal", "unblock", "T0000001", "--reason", "found");
        fails("terminal T0000001 was not blocked", "terminal", "unblock", "T0000001", "--reason", "found");
        fails("there is no terminal T0000009", "terminal", "block", "T0000009", "--reason", "stolen");
        does("No reversal waits: ", "terminal", "reversals");
        fails("nothing of reference K7KKKKKK waits", "terminal", "settled", "k7kkkkkk", "--reason", "paid");
    }

    @Test
    void aCertificateThatIsNoneIsSaid() throws Exception {
        var key = Files.writeString(data.resolve("master.key"), "00112233445566778899aabbccddeeff\n");
        var run = Run.of(
                "simulate",
                "terminal",
                "--number",
                AGENT,
                "--iso",
                "127.0.0.1:9583",
                "--terminal",
                "T0000001",
                "--master-key-file",
                key.toString(),
                "--tls",
                key.toString());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("master.key holds no certificate");
    }

    @Test
    void aCashTerminalNeedsAllOfItsOptions() {
        var half = Run.of("simulate", "terminal", "--number", AGENT, "--iso", "127.0.0.1:9583");
        assertThat(half.status()).isEqualTo(2);
        assertThat(half.err()).contains("--terminal", "--master-key-file");
        var keyless = Run.of(
                "simulate",
                "terminal",
                "--number",
                AGENT,
                "--iso",
                "127.0.0.1:9583",
                "--terminal",
                "T0000001",
                "--master-key-file",
                data.resolve("none").toString());
        assertThat(keyless.status()).isEqualTo(2);
        assertThat(keyless.err()).contains("none can't be read");
    }

    @Test
    void aCashTerminalThatReachesNobodyFails() throws IOException {
        int free;
        try (var taken = new ServerSocket(0)) {
            free = taken.getLocalPort();
        }
        var key = Files.writeString(data.resolve("master"), "00112233445566778899AABBCCDDEEFF\n");
        var run = Run.of(
                "simulate",
                "terminal",
                "--number",
                AGENT,
                "--iso",
                "127.0.0.1:" + free,
                "--terminal",
                "T0000001",
                "--master-key-file",
                key.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("homeline: terminal T0000001 could not open at 127.0.0.1:" + free)
                .hasLineCount(1);
    }

    private void does(String said, String... command) {
        var run = Run.on(data, command);
        assertThat(run.err()).as(String.join(" ", command)).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains(said);
    }

    private void fails(String said, String... command) {
        var run = Run.on(data, command);
        assertThat(run.status()).as(String.join(" ", command)).isEqualTo(1);
        assertThat(run.err()).contains(said);
    }
}
