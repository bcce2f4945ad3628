package org.homeline.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.homeline.terminal.Counter.AGENT;
import static org.homeline.terminal.Counter.CUSTOMER;
import static org.homeline.terminal.Counter.TERMINAL;
import static org.homeline.terminal.Counter.kes;
import static org.homeline.testing.People.PIN;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.homeline.configuration.ConfigurationException;
import org.homeline.simulator.prompt.Prompt;
import org.homeline.simulator.terminal.CashTerminal;
import org.homeline.simulator.terminal.CashTill;
import org.homeline.simulator.terminal.Trust;
import org.homeline.testing.ConfigurationCopy;
import org.homeline.testing.TestCertificate;
import org.homeline.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Terminals over TLS, and whoever comes to that port without it or trusts somebody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TlsTest {
    private static final long MINOR = 150_000;

    @TempDir
    private static Path folder = Path.of("");

    private TestCertificate certificate;
    private Counter counter;

    @BeforeAll
    void open() throws Exception {
        certificate = TestCertificate.make(folder, "host");
        counter = new Counter(server(TestCertificate.PASSWORD), Optional.of(Trust.read(certificate.certificate())));
    }

    @AfterAll
    void close() {
        counter.close();
    }

    /** Whatever the others did, the terminal that has been connected all the time is served, and nothing else was done. */
    @AfterEach
    void theTerminalIsServedAsBefore() throws Exception {
        var before = counter.wallet();
        assertThat(counter.terminal
                        .ask(counter.terminal.cashIn(PIN, CUSTOMER, MINOR))
                        .code())
                .isEqualTo("00");
        assertThat(counter.wallet()).isEqualTo(before.plus(kes(MINOR)));
        assertThat(counter.broken()).isEmpty();
    }

    @Test
    void anAgentSignsOnAndTakesCash() throws Exception {
        var before = counter.wallet();
        assertThat(type(settings().over(trust()), "in %s 1500%n%s%nquit%n".formatted(CUSTOMER, PIN)))
                .contains("Signed on, with new keys.")
                .contains("CASH IN", "KES 1500.00");
        assertThat(counter.wallet()).isEqualTo(before.plus(kes(MINOR)));
        counter.terminal.exchangeKeys();
        assertThat(counter.server.get(TerminalsHealth.class).details())
                .containsEntry("listening", "127.0.0.1 port " + counter.port() + " (TLS)");
    }

    @Test
    void whoDoesNotSpeakTlsIsNotServed() throws Exception {
        assertThat(type(settings(), "quit\n"))
                .contains("No answer from")
                .doesNotContain("The host does not take this terminal");
    }

    /** A handshake that never ends is waited for by nobody but the connection itself. */
    @Test
    void whoSaysNothingKeepsNobodyFromBeingServed() throws Exception {
        try (var silent = new Socket(InetAddress.getLoopbackAddress(), counter.port());
                var another = terminal(settings().over(trust()))) {
            assertThat(another.signOn().code()).isEqualTo("00");
            assertThat(another.echo().code()).isEqualTo("00");
            assertThat(silent.isClosed()).isFalse();
        }
    }

    @Test
    void whoTrustsAnotherCertificateSendsNothing() throws Exception {
        var strange = Trust.read(TestCertificate.make(folder, "strange").certificate());
        try (var terminal = terminal(settings().over(strange))) {
            assertThatThrownBy(terminal::signOn)
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "127.0.0.1:" + counter.port() + " shows another certificate than the one that is trusted");
        }
    }

    @Test
    void aFileThatHoldsNoCertificateIsNamed() {
        assertThatThrownBy(() -> Trust.read(Path.of("pom.xml")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pom.xml holds no certificate");
    }

    @Test
    void aPasswordThatDoesNotOpenTheKeyStoreIsSaidAtStart() {
        try (var closed = server("wrong")) {
            assertThatThrownBy(() -> closed.get(TerminalHost.class).start())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("does not open with the password in HOMELINE_TERMINAL_TLS_PASSWORD");
        }
    }

    @Test
    void whoSetsNoPasswordIsToldTo() {
        try (var closed = server("")) {
            assertThatThrownBy(() -> closed.get(TerminalHost.class).start())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(": tls: set HOMELINE_TERMINAL_TLS_PASSWORD");
        }
    }

    /** A name alone is looked for in the configuration folder's root, and not beside the file that says it. */
    @Test
    void aKeyStoreThatIsNotThereIsNamedWithItsLine() {
        var configuration = naming("terminals.p12");
        try (var closed = server(configuration, TestCertificate.PASSWORD)) {
            assertThatThrownBy(() -> closed.get(TerminalHost.class).start())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageMatching("iso8583/terminals\\.yaml:[1-9][0-9]*: tls: "
                            + Pattern.quote(configuration.folder().resolve("terminals.p12") + " is not there"));
        }
    }

    private TestServer server(String password) {
        return server(naming(certificate.keyStore().toString()), password);
    }

    private static ConfigurationCopy naming(String keyStore) {
        return ConfigurationCopy.make()
                .with("iso8583/terminals.yaml", text -> text.replace("\ntls: off\n", "\ntls: " + keyStore + "\n"));
    }

    private static TestServer server(ConfigurationCopy configuration, String password) {
        return TestServer.onH2(Counter.listening(Map.of(
                "homeline.config", configuration.folder().toString(), "homeline.terminal-tls-password", password)));
    }

    private Trust trust() throws IOException {
        return Trust.read(certificate.certificate());
    }

    /** Plain ones. */
    private CashTerminal.Settings settings() {
        return counter.plain(TERMINAL, AGENT, counter.port());
    }

    private static CashTerminal terminal(CashTerminal.Settings settings) {
        return new CashTerminal(settings, Clock.systemUTC(), new Random(3), Duration.ofSeconds(20));
    }

    private static String type(CashTerminal.Settings settings, String typed) {
        var out = new StringWriter();
        try (var terminal = terminal(settings);
                var prompt = Prompt.plain(new BufferedReader(new StringReader(typed)), new PrintWriter(out))) {
            new CashTill(terminal, settings, Currency.getInstance("KES"), prompt, Clock.systemUTC()).run();
        }
        return out.toString();
    }
}
