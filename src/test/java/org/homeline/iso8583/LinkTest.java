package org.homeline.iso8583;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.homeline.configuration.ConfigurationFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A link towards a partner whose every byte is under the test's hand. */
final class LinkTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Dialect DIALECT =
            Dialect.read(new ConfigurationFolder(Path.of("gateway-config")), "iso87-ascii");

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final Link.Peer peer = new Link.Peer() {
        @Override
        public void connected(long connection) {
            events.add("connected");
        }

        @Override
        public void lost(long connection, String why) {
            events.add("lost");
        }

        @Override
        public void unasked(Received received) {
            events.add("unasked " + received.message().mti());
        }

        @Override
        public void unreadable(UnreadableMessageException what) {
            events.add("unreadable field " + what.field());
        }
    };
    private ServerSocket listening;
    private Framing framing;

    LinkTest() throws IOException {
        listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        framing = new Framing(Framing.Length.BINARY_2, new byte[0]);
    }

    @BeforeEach
    void patience() throws IOException {
        listening.setSoTimeout((int) LONG.toMillis());
    }

    @AfterEach
    void hangUp() throws IOException {
        listening.close();
    }

    private Link link() {
        var settings = new Link.Settings(
                "test",
                DIALECT,
                framing,
                "127.0.0.1",
                listening.getLocalPort(),
                Duration.ofSeconds(5),
                Duration.ofMillis(10),
                Duration.ofMillis(50));
        return new Link(settings, peer, RandomGenerator.of("L64X128MixRandom"));
    }

    /** The partner's end of a connection. */
    private final class Partner implements AutoCloseable {
        private final Socket socket;
        private final DataInputStream in;
        private final DataOutputStream out;

        Partner() throws IOException, InterruptedException {
            socket = listening.accept();
            socket.setSoTimeout((int) LONG.toMillis());
            in = new DataInputStream(socket.getInputStream());
            out = new DataOutputStream(socket.getOutputStream());
            expect("connected");
        }

        Message read() throws IOException, UnreadableMessageException {
            int length = framing.length().read(in);
            in.skipNBytes(framing.header().length);
            return DIALECT.unpack(in.readNBytes(length - framing.header().length));
        }

        void write(Message message) throws IOException {
            write(DIALECT.pack(message));
        }

        void write(byte[] packed) throws IOException {
            framing.length().write(out, framing.header().length + packed.length);
            out.write(framing.header());
            out.write(packed);
            out.flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private void expect(String event) throws InterruptedException {
        assertThat(events.poll(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(event);
    }

    private static Message request(int stan) {
        return Message.of("0200").with(3, "100000").with(11, "%06d".formatted(stan));
    }

    private static CompletableFuture<Reply> ask(Link link, Message message) {
        return link.ask(message, DIALECT.pack(message), LONG);
    }

    private static Message answered(CompletableFuture<Reply> reply) throws Exception {
        return ((Reply.Answered) reply.get(LONG.toSeconds(), TimeUnit.SECONDS))
                .received()
                .message();
    }

    private static Message approve(Message request) {
        return request.as(request.answerMti()).with(39, "00");
    }

    @ParameterizedTest
    @EnumSource
    void answersFindTheirRequestsInAnyOrderAndFraming(Framing.Length length) throws Exception {
        framing = new Framing(length, new byte[] {0x60, 0, 1, 0, 2});
        try (var link = link()) {
            link.open();
            try (var partner = new Partner()) {
                var one = ask(link, request(1));
                var other = ask(link, request(2));
                var first = partner.read();
                var second = partner.read();
                partner.write(approve(second));
                partner.write(approve(first));
                assertThat(answered(one).text(11)).contains("000001");
                assertThat(answered(other).text(11)).contains("000002");
            }
        }
    }

    @Test
    void aReversalWithItsOriginalsNumberIsAnotherExchange() throws Exception {
        try (var link = link()) {
            link.open();
            try (var partner = new Partner()) {
                var original = ask(link, request(7));
                partner.read();
                var reversal = ask(link, request(7).as("0420"));
                partner.write(approve(partner.read()));
                assertThat(answered(reversal).mti()).isEqualTo("0430");
                assertThat(original).isNotDone();
                partner.write(approve(request(7)));
                assertThat(answered(original).mti()).isEqualTo("0210");
            }
        }
    }

    @Test
    void whatCantBeReadIsAnsweredAndTheConnectionLives() throws Exception {
        try (var link = link()) {
            link.open();
            try (var partner = new Partner()) {
                var packed = DIALECT.pack(request(9).with(41, "TERMINAL"));
                packed[packed.length - 10] = 'x';
                partner.write(packed);
                var refused = partner.read();
                assertThat(refused.mti()).isEqualTo("0210");
                assertThat(refused.text(39)).contains("30");
                assertThat(refused.text(3)).contains("100000");
                expect("unreadable field 11");
                partner.write("garbage".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                expect("unreadable field 0");
                assertThat(link.unreadable()).isPresent();
                var reply = ask(link, request(10));
                partner.write(approve(partner.read()));
                assertThat(answered(reply).text(39)).contains("00");
                assertThat(link.unreadable()).as("what came last can be read").isEmpty();
            }
        }
    }

    @Test
    void whatIsUnderWayWhenItBreaksIsUnknownAndTheNextConnectionServes() throws Exception {
        try (var link = link()) {
            link.open();
            CompletableFuture<Reply> reply;
            try (var partner = new Partner()) {
                reply = ask(link, request(3));
                partner.read();
            }
            assertThat(reply.get(LONG.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(Reply.Silence.class);
            expect("lost");
            try (var partner = new Partner()) {
                var next = ask(link, request(4));
                partner.write(approve(partner.read()));
                assertThat(answered(next).text(11)).contains("000004");
            }
        }
    }

    @Test
    void whatNobodyWaitsForIsHandedOn() throws Exception {
        try (var link = link()) {
            link.open();
            try (var partner = new Partner()) {
                partner.write(approve(request(5)));
                expect("unasked 0210");
                partner.write(Message.of("0800").with(11, "000001").with(70, "301"));
                expect("unasked 0800");
                var silent = request(6);
                assertThat(link.ask(silent, DIALECT.pack(silent), Duration.ofMillis(1))
                                .get(LONG.toSeconds(), TimeUnit.SECONDS))
                        .isInstanceOf(Reply.Silence.class);
                partner.write(approve(partner.read()));
                expect("unasked 0210");
            }
        }
    }

    @Test
    void anImpossibleLengthEndsTheConnectionAlone() throws Exception {
        try (var link = link()) {
            link.open();
            try (var partner = new Partner()) {
                partner.out.writeShort(65_535);
                partner.out.flush();
                expect("lost");
            }
            try (var partner = new Partner()) {
                assertThat(link.isUp()).isTrue();
                assertThat(partner.socket.isConnected()).isTrue();
            }
        }
    }

    /** Trace numbers begin anew each business day. */
    @Test
    void yesterdaysAnswerWithTheSameNumberIsNotTodays() throws Exception {
        try (var link = link()) {
            link.open();
            try (var partner = new Partner()) {
                var today = request(1).with(7, "1127170005").with(37, "633200000001");
                var reply = ask(link, today);
                partner.read();
                partner.write(approve(request(1).with(7, "1126165950").with(37, "633100000001")));
                expect("unasked 0210");
                partner.write(approve(request(1).with(39, "00")));
                expect("unasked 0210");
                assertThat(reply).isNotDone();
                partner.write(approve(today));
                assertThat(answered(reply).text(37)).contains("633200000001");
            }
        }
    }

    @Test
    void whatIsSaidOfAnEarlierConnectionBreaksNone() throws Exception {
        try (var link = link()) {
            link.open();
            try (var partner = new Partner()) {
                link.drop(0, "an earlier one");
                var reply = ask(link, request(2));
                partner.write(approve(partner.read()));
                assertThat(answered(reply).text(39)).contains("00");
            }
        }
    }

    @Test
    void withoutAConnectionNothingLeaves() throws Exception {
        try (var link = link()) {
            assertThat(ask(link, request(1)).get()).isInstanceOf(Reply.NotSent.class);
        }
    }
}
