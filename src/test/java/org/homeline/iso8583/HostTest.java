package org.homeline.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.testing.TestCertificate;
import org.jpos.iso.BaseChannel;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.channel.NACChannel;
import org.jpos.iso.packager.ISO87BPackager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host met by jPOS's own clients, by half-hearted ones, and by nobody. */
final class HostTest {
    private static final byte[] ADDRESSES = HexFormat.of().parseHex("6000010002");
    private static final Dialect DIALECT =
            Dialect.read(new ConfigurationFolder(Path.of("gateway-config")), "iso87-binary");
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final Host.Desk ECHO = received -> Optional.of(DIALECT.pack(answer(received.message())));

    @Test
    void manyRequestsUnderWayAreEachAnswered() throws Exception {
        try (var host = Host.open(settings(Duration.ofMinutes(1), 10), ECHO)) {
            var channel = connect(host);
            for (int i = 1; i <= 500; i++) {
                channel.send(request(i));
            }
            var answered = new HashSet<String>();
            for (int i = 1; i <= 500; i++) {
                var answer = channel.receive();
                assertThat(answer.getMTI()).isEqualTo("0810");
                answered.add(answer.getString(11));
            }
            assertThat(answered).hasSize(500);
            channel.disconnect();
        }
    }

    @Test
    void noMoreOfAConnectionAreUnderWayThanItMay() throws Exception {
        var begun = new AtomicInteger();
        var full = new CountDownLatch(64);
        var go = new CountDownLatch(1);
        Host.Desk slow = received -> {
            begun.incrementAndGet();
            full.countDown();
            await(go);
            return ECHO.answer(received);
        };
        try (var host = Host.open(settings(Duration.ofMinutes(1), 10), slow)) {
            var channel = connect(host);
            for (int i = 1; i <= 100; i++) {
                channel.send(request(i));
            }
            assertThat(full.await(20, TimeUnit.SECONDS)).isTrue();
            var another = connect(host);
            another.send(request(1));
            go.countDown();
            assertThat(another.receive().getString(11)).isEqualTo("000001");
            for (int i = 1; i <= 100; i++) {
                channel.receive();
            }
            assertThat(begun.get()).isEqualTo(101);
        }
    }

    @Test
    void garbageIsAnsweredWhereItCanBeAndTheConnectionLives() throws Exception {
        try (var host = Host.open(settings(Duration.ofMinutes(1), 10), ECHO)) {
            try (var socket = new Socket(HERE, host.port())) {
                var packed = request(7).pack();
                frame(socket, java.util.Arrays.copyOf(packed, packed.length - 1));
                assertThat(read(socket).getString(39)).isEqualTo("30");
                frame(socket, new byte[] {1});
                frame(socket, packed);
                assertThat(read(socket).getString(11)).isEqualTo("000007");
            }
        }
    }

    @Test
    void aDeskThatFailsAnswersNothingAndGoesOn() throws Exception {
        Host.Desk failing = received -> {
            if (received.message().text(11).orElse("").equals("000001")) {
                throw new IllegalStateException("thrown on purpose");
            }
            return ECHO.answer(received);
        };
        try (var host = Host.open(settings(Duration.ofMinutes(1), 10), failing)) {
            var channel = connect(host);
            channel.send(request(1));
            channel.send(request(2));
            assertThat(channel.receive().getString(11)).isEqualTo("000002");
        }
    }

    @Test
    void aLengthThatIsNoneEndsTheConnectionAlone() throws Exception {
        try (var host = Host.open(settings(Duration.ofMinutes(1), 10), ECHO)) {
            var other = connect(host);
            try (var socket = new Socket(HERE, host.port())) {
                socket.getOutputStream().write(HexFormat.of().parseHex("ffff0102"));
                assertThat(isOver(socket)).isTrue();
            }
            try (var socket = new Socket(HERE, host.port())) {
                socket.getOutputStream().write(HexFormat.of().parseHex("00010102"));
                assertThat(isOver(socket)).isTrue();
            }
            other.send(request(1));
            assertThat(other.receive().getString(11)).isEqualTo("000001");
        }
    }

    @Test
    void whoSaysNothingOrHalfOfSomethingIsHungUpOn() throws Exception {
        try (var host = Host.open(settings(Duration.ofMillis(200), 10), ECHO);
                var silent = new Socket(HERE, host.port());
                var half = new Socket(HERE, host.port())) {
            half.getOutputStream().write(HexFormat.of().parseHex("0050600001"));
            assertThat(isOver(silent)).isTrue();
            assertThat(isOver(half)).isTrue();
        }
    }

    /** While it is full nobody else gets in; once one leaves, on the same port again. */
    @Test
    void noMoreAreConnectedThanMay() throws Exception {
        try (var host = Host.open(settings(Duration.ofMinutes(1), 1), ECHO)) {
            var only = connect(host);
            only.send(request(1));
            only.receive();
            assertThat(host.connections()).isEqualTo(1);
            only.disconnect();
            assertThat(asked(host)).isEqualTo("000002");
        }
    }

    @Test
    void aPortThatIsTakenIsSaidAtOnce() throws Exception {
        try (var host = Host.open(settings(Duration.ofMinutes(1), 10), ECHO)) {
            var same = new Host.Settings(
                    "same", DIALECT, framing(), HERE, host.port(), Duration.ofMinutes(1), 10, Optional.empty());
            assertThatThrownBy(() -> Host.open(same, ECHO).close()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whatIsUnderWayIsAnsweredBeforeItEnds() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var host = Host.open(settings(Duration.ofMinutes(1), 10), received -> {
            begun.countDown();
            await(go);
            return ECHO.answer(received);
        });
        var channel = connect(host);
        channel.send(request(1));
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        long from = System.nanoTime();
        var closing = Thread.ofVirtual().start(host::close);
        go.countDown();
        assertThat(channel.receive().getString(11)).isEqualTo("000001");
        assertThat(closing.join(Duration.ofSeconds(10))).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(10));
        assertThatThrownBy(() -> connect(host)).isInstanceOf(IOException.class);
    }

    @Test
    void overTlsItShowsItsCertificate(@TempDir Path folder) throws Exception {
        var file = TestCertificate.make(folder, "host").keyStore();
        assertThatThrownBy(() -> Tls.read(file, "wrong".toCharArray())).isInstanceOf(IOException.class);
        var settings = new Host.Settings(
                "tls",
                DIALECT,
                framing(),
                HERE,
                0,
                Duration.ofMinutes(1),
                10,
                Optional.of(Tls.read(file, TestCertificate.PASSWORD.toCharArray())));
        try (var host = Host.open(settings, ECHO);
                var socket = trusting(file).getSocketFactory().createSocket(HERE, host.port())) {
            frame(socket, request(9).pack());
            assertThat(read(socket).getString(11)).isEqualTo("000009");
        }
    }

    private static SSLContext trusting(Path file) throws Exception {
        var store = KeyStore.getInstance(file.toFile(), TestCertificate.PASSWORD.toCharArray());
        var certificates = KeyStore.getInstance("PKCS12");
        certificates.load(null, null);
        certificates.setCertificateEntry("host", store.getCertificate("host"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificates);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** Asks until it is let in, which is a moment after another has left. */
    private static String asked(Host host) throws Exception {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            try (var socket = new Socket(HERE, host.port())) {
                frame(socket, request(2).pack());
                return read(socket).getString(11);
            } catch (IOException refused) {
                assertThat(System.nanoTime()).isLessThan(until);
                Thread.onSpinWait();
            }
        }
    }

    private static Host.Settings settings(Duration idle, int most) {
        return new Host.Settings("test", DIALECT, framing(), HERE, 0, idle, most, Optional.empty());
    }

    private static Framing framing() {
        return new Framing(Framing.Length.BINARY_2, HexFormat.of().parseHex("6000000000"));
    }

    private static Message answer(Message request) {
        return Message.of(request.answerMti())
                .with(11, request.text(11).orElseThrow())
                .with(39, "00");
    }

    private static BaseChannel connect(Host host) throws IOException {
        var channel = new NACChannel(HERE.getHostAddress(), host.port(), new ISO87BPackager(), ADDRESSES.clone());
        channel.connect();
        channel.setTimeout(20_000);
        return channel;
    }

    private static ISOMsg request(int trace) throws Exception {
        var message = new ISOMsg("0800");
        message.setPackager(new ISO87BPackager());
        message.set(7, "1127101500");
        message.set(11, "%06d".formatted(trace));
        message.set(41, "T0000001");
        message.set(70, "301");
        return message;
    }

    private static void frame(Socket socket, byte[] message) throws IOException {
        var out = new DataOutputStream(socket.getOutputStream());
        out.writeShort(message.length + ADDRESSES.length);
        out.write(ADDRESSES);
        out.write(message);
        out.flush();
    }

    private static ISOMsg read(Socket socket) throws Exception {
        socket.setSoTimeout(20_000);
        var in = new DataInputStream(socket.getInputStream());
        var bytes = new byte[in.readUnsignedShort()];
        in.readFully(bytes);
        var message = new ISOMsg();
        message.setPackager(new ISO87BPackager());
        message.unpack(java.util.Arrays.copyOfRange(bytes, ADDRESSES.length, bytes.length));
        return message;
    }

    private static boolean isOver(Socket socket) throws IOException {
        socket.setSoTimeout(20_000);
        try {
            return socket.getInputStream().read() < 0;
        } catch (EOFException | SocketException reset) {
            return true;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
