package org.homeline.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.homeline.settlement.link.Links;
import org.homeline.simulator.bank.BankSettings;
import org.homeline.simulator.bank.BankSimulator;
import org.homeline.simulator.bank.Wire;
import org.homeline.testing.ConfigurationCopy;
import org.homeline.testing.Desk;
import org.homeline.testing.Eventually;
import org.homeline.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A partner that is not what its file says: the operator reads in the status what to look at. */
final class OtherDialectTest {
    /** Two bytes of length, and then no message type. */
    private static final byte[] GARBAGE = "\0\4<?xm".getBytes(StandardCharsets.US_ASCII);

    @Test
    void whoeverSaysNothingIsNamedSo() throws Exception {
        try (var silent = new Stranger(new byte[0]);
                var server = server(silent)) {
            assertStatus(
                    server,
                    "connected, but sign-on was not answered: no answer within 300 ms;"
                            + " are dialect and framing the partner's?");
        }
    }

    @Test
    void whatCanNotBeReadIsNamedWithItsPlace() throws Exception {
        try (var other = new Stranger(GARBAGE);
                var server = server(other)) {
            assertStatus(server, "what came can't be read: the message type at byte 0: ");
            assertStatus(server, "; are dialect and framing the partner's?");
        }
    }

    @Test
    void aBankThatIsDownIsInTheLogOnceAndSoIsItsReturn() throws Exception {
        var log = (Logger) LoggerFactory.getLogger("org.homeline.settlement.link.Session");
        var level = log.getLevel();
        var events = new Sayings();
        events.start();
        log.setLevel(Level.DEBUG);
        log.addAppender(events);
        int port = freePort();
        try (var server = server(port)) {
            Eventually.holds(() -> events.of(Level.DEBUG, "still has no connection") >= 2, () -> events.said);
            try (var _ = BankSimulator.start(BankSettings.of(Wire.ASCII).withPort(port), server.get(Clock.class))) {
                assertStatus(server, "signed on");
            }
            Eventually.holds(() -> events.of(Level.WARN, "") == 2, () -> events.said);
        } finally {
            log.detachAppender(events);
            log.setLevel(level);
        }
        assertThat(events.said)
                .filteredOn(said -> said.getLevel().isGreaterOrEqual(Level.INFO))
                .extracting(said -> said.getLevel() + " " + said.getFormattedMessage())
                .satisfiesExactly(
                        down -> assertThat(down)
                                .isEqualTo("WARN link demo-us has no connection: refused by 127.0.0.1:" + port),
                        up -> assertThat(up).isEqualTo("INFO link demo-us is signed on"),
                        again -> assertThat(again).startsWith("WARN link demo-us has no connection: "));
    }

    private static int freePort() throws IOException {
        try (var nobody = new ServerSocket(0)) {
            return nobody.getLocalPort();
        }
    }

    /** What a logger says on any thread. */
    private static final class Sayings extends AppenderBase<ILoggingEvent> {
        private final List<ILoggingEvent> said = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            said.add(event);
        }

        long of(Level level, String words) {
            return said.stream()
                    .filter(event -> event.getLevel() == level
                            && event.getFormattedMessage().contains(words))
                    .count();
        }
    }

    private static void assertStatus(TestServer server, String words) {
        var desk = new Desk(server);
        Eventually.holds(
                () -> desk.operator("settlement.status", Map.of()).toString().contains(words),
                () -> desk.operator("settlement.status", Map.of()));
        assertThat(server.get(Links.class).underWay()).isZero();
    }

    private static TestServer server(Stranger stranger) {
        return server(stranger.socket.getLocalPort());
    }

    private static TestServer server(int port) {
        var configuration = ConfigurationCopy.make()
                .with(
                        "iso8583/partners/demo-us.yaml",
                        text -> text.replaceAll(
                                "(?m)^times: .*$",
                                "times: { connect: 2s, answer: 300ms, queue: 10m, retry: 200ms, longest-retry: 400ms,"
                                        + " give-up: 1h, echo: 1h }"));
        var server = TestServer.onH2(Map.of(
                "homeline.config",
                configuration.folder().toString(),
                "homeline.connect." + BankWorld.US,
                "127.0.0.1:" + port));
        server.get(Links.class).start();
        return server;
    }

    /** Takes connections, says the same on each, and listens to nothing. */
    private static final class Stranger implements AutoCloseable {
        private final ServerSocket socket;

        Stranger(byte[] said) throws IOException {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> serve(said));
        }

        private void serve(byte[] said) {
            try {
                while (!socket.isClosed()) {
                    var connection = socket.accept();
                    connection.getOutputStream().write(said);
                    connection.getOutputStream().flush();
                }
            } catch (IOException ended) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(ended);
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
