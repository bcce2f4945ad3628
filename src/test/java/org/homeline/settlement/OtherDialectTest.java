package org.homeline.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.homeline.settlement.link.Links;
import org.homeline.testing.ConfigurationCopy;
import org.homeline.testing.Desk;
import org.homeline.testing.Eventually;
import org.homeline.testing.TestServer;
import org.junit.jupiter.api.Test;

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

    private static void assertStatus(TestServer server, String words) {
        var desk = new Desk(server);
        Eventually.holds(
                () -> desk.operator("settlement.status", Map.of()).toString().contains(words),
                () -> desk.operator("settlement.status", Map.of()));
        assertThat(server.get(Links.class).underWay()).isZero();
    }

    private static TestServer server(Stranger stranger) {
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
                "127.0.0.1:" + stranger.socket.getLocalPort()));
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
