package org.homeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.homeline.api.OperatorToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OperatorLineTest {
    private static final String AGENT = "+254711000001";
    private static final int LONGEST_MILLIS = 20_000;
    private static final Pattern KEY = Pattern.compile("--key ([0-9a-f]{32})");

    @TempDir
    private Path parent = Path.of("");

    private Path data = Path.of("");

    @BeforeEach
    void makeAgent() {
        data = parent.resolve("data");
        assertThat(Run.on(data, "agent", "add", AGENT, "Ana").status()).isZero();
    }

    /** Only sudo makes a user root and says who it was; else anybody could take another's name. */
    @Test
    void onlyRootIsBelievedWhoItWasBefore() {
        assertThat(OperatorLine.operator("root", "nobody")).isEqualTo("root (nobody)");
        assertThat(OperatorLine.operator("root", "no-such-account")).isEqualTo("root");
        assertThat(OperatorLine.operator("root", "4711")).isEqualTo("root");
        assertThat(OperatorLine.operator("root", null)).isEqualTo("root");
        assertThat(OperatorLine.operator("ann", "ben")).isEqualTo("ann");
        assertThat(OperatorLine.operator("j\u00f6rg\n", null)).isEqualTo("j?rg?");
    }

    @Test
    void aServerThatIsNotThereHasDoneNothing() throws Exception {
        int port;
        try (var taken = listening()) {
            port = taken.getLocalPort();
        }
        try (var held = DataFolder.claim(data)) {
            held.publish(new ServerFile(port, 99, "token"));
            var run = Run.on(data, "agent", "float", AGENT, "1000");
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.err()).contains("process 99", "Nothing was done").doesNotContain("MAY HAVE");
        }
    }

    @Test
    void aServerThatHangsUpMayHaveDoneIt() throws Exception {
        assertThat(answered("", "agent", "float", AGENT, "1000").err())
                .contains("MAY HAVE BEEN DONE", "agent list")
                .containsPattern(KEY);
    }

    @Test
    void aServerThatFailsMayHaveDoneIt() throws Exception {
        assertThat(answered(response("500 Internal Server Error"), "agent", "float", AGENT, "1000")
                        .err())
                .contains("answered 500", "MAY HAVE BEEN DONE")
                .containsPattern(KEY);
    }

    @Test
    void aServerThatTurnsTheRequestAwayHasDoneNothing() throws Exception {
        assertThat(answered(response("403 Forbidden"), "agent", "float", AGENT, "1000")
                        .err())
                .contains("answered 403", "Nothing was done")
                .doesNotContain("MAY HAVE");
    }

    @Test
    void whatOnlyLooksIsAskedAgain() throws Exception {
        assertThat(answered("", "agent", "list").err())
                .contains("gave no answer", "Ask again")
                .doesNotContain("MAY HAVE");
    }

    @Test
    void theKeyOfAnUnansweredCommandDoesItOnceInAll() throws Exception {
        var matcher = KEY.matcher(answered("", "agent", "float", AGENT, "1000").err());
        assertThat(matcher.find()).isTrue();
        String[] again = {"agent", "float", AGENT, "1000", "--key", matcher.group(1)};
        assertThat(Run.on(data, again).status()).isZero();

        var place = Place.of(data, Path.of("gateway-config"));
        try (var held = DataFolder.claim(data);
                var application = Application.start(held, place, Serve.properties(0, false))) {
            var server = application.serve();
            held.publish(new ServerFile(
                    server.getPort(), 1, application.get(OperatorToken.class).value()));
            assertThat(Run.on(data, again).status()).isZero();
            assertThat(Run.on(data, "agent", "list").out()).contains("1000.00");
            assertThat(Run.on(data, "agent", "float", AGENT, "1001", "--key", matcher.group(1))
                            .err())
                    .isEqualTo("homeline: that key was used for another command, and nothing was done now:"
                            + " give another with --key, or none\n");
            assertThat(Run.on(data, "agent", "float", AGENT, "1000").status()).isZero();
            assertThat(Run.on(data, "agent", "list").out()).contains("2000.00");
        }
    }

    @Test
    void aKeyIsAWord() {
        assertThat(Run.on(data, "agent", "add", AGENT, "Ana", "--key", "a b").err())
                .contains("--key takes");
        assertThat(Run.of("agent", "float", "--help").out()).contains("--key=KEY");
        assertThat(Run.of("agent", "list", "--help").out()).doesNotContain("--key");
    }

    /** The command's end where the server takes it and then answers with this, or hangs up at once. */
    private Run answered(String response, String... command) throws Exception {
        try (var socket = listening();
                var held = DataFolder.claim(data)) {
            held.publish(new ServerFile(socket.getLocalPort(), 99, "token"));
            var answering = CompletableFuture.runAsync(() -> answer(socket, response));
            var run = Run.on(data, command);
            answering.get();
            assertThat(run.status()).isEqualTo(1);
            return run;
        }
    }

    private static void answer(ServerSocket socket, String response) {
        try (var connection = socket.accept()) {
            var request = new StringBuilder();
            for (int next = 0; next >= 0 && request.indexOf("\r\n\r\n") < 0; ) {
                next = connection.getInputStream().read();
                request.append((char) next);
            }
            connection.getOutputStream().write(response.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String response(String status) {
        return "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    }

    private static ServerSocket listening() throws IOException {
        var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        socket.setSoTimeout(LONGEST_MILLIS);
        return socket;
    }
}
