package org.homeline.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.homeline.terminal.Counter.AGENT;
import static org.homeline.terminal.Counter.CUSTOMER;
import static org.homeline.terminal.Counter.TERMINAL;
import static org.homeline.terminal.Counter.kes;
import static org.homeline.testing.People.PIN;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.DataOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import org.homeline.signing.NetworkKeys;
import org.homeline.simulator.terminal.Answer;
import org.homeline.simulator.terminal.CashTerminal;
import org.homeline.simulator.terminal.NoAnswerException;
import org.homeline.testing.RecordingLine;
import org.homeline.testing.TestServer;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A terminal that works goes on working, whoever asks for its keys, how often, and whatever is lost on the way. */
final class KeyExchangeTest {
    private static final int ROUNDS = 8;
    /** Two bytes of length, five of addresses. */
    private static final int BEFORE_MESSAGE = 7;

    @Test
    void whoDoesNotHaveTheMasterKeyChangesNothing() throws Exception {
        try (var counter = new Counter();
                var wire = new Wire(counter.port())) {
            balance(counter.terminal);
            var before = checkValue(counter, "mac");
            for (var type : new String[] {"0800", "0801"}) {
                assertThat(wire.ask(exchange(type)).getString(39)).isEqualTo("63");
                var wrong = exchange(type);
                wrong.set(128, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
                var answer = wire.ask(wrong);
                assertThat(answer.getString(39)).isEqualTo("63");
                assertThat(answer.hasField(48)).isFalse();
            }
            assertThat(checkValue(counter, "mac")).isPresent().isEqualTo(before);
            assertThat(checkValue(counter, "mac.next")).isEmpty();
            assertThat(refused(counter)).isEqualTo(2);
            balance(counter.terminal);
        }
    }

    @Test
    void theKeysBeforeAreGoodUntilTheNewOnesAreUsed() throws Exception {
        try (var counter = new Counter();
                var line = line(counter, answer -> answer == 3);
                var terminal = terminal(counter, line.port())) {
            terminal.exchangeKeys();
            balance(terminal);
            var first = checkValue(counter, "mac");
            assertThatThrownBy(terminal::exchangeKeys).isInstanceOf(NoAnswerException.class);
            var sent = checkValue(counter, "mac.next");
            balance(terminal);
            assertThat(checkValue(counter, "mac")).isEqualTo(first);
            terminal.exchangeKeys();
            assertThat(checkValue(counter, "mac.next")).isEqualTo(sent);
            balance(terminal);
            assertThat(checkValue(counter, "mac")).isEqualTo(sent).isNotEqualTo(first);
            assertThat(checkValue(counter, "mac.next")).isEmpty();
            assertThat(checkValue(counter, "pin.next")).isEmpty();
        }
    }

    /** Somebody inside the network sends in again what the terminal once sent. */
    @Test
    void anExchangeThatComesAgainTakesNoKeysAway() throws Exception {
        try (var counter = new Counter();
                var line = line(counter, answer -> false);
                var terminal = terminal(counter, line.port());
                var wire = new Wire(counter.port())) {
            terminal.exchangeKeys();
            var recorded = HexFormat.of().parseHex(line.frames().getFirst().substring(2));
            var message = Arrays.copyOfRange(recorded, BEFORE_MESSAGE, recorded.length);
            for (int round = 0; round < 3; round++) {
                for (int i = 0; i < 3; i++) {
                    wire.send(message);
                    assertThat(wire.receive().getString(39)).isEqualTo("00");
                }
                balance(terminal);
                wire.send(message);
                assertThat(wire.receive().getString(39)).isEqualTo("00");
                balance(terminal);
                terminal.exchangeKeys();
            }
            balance(terminal);
        }
    }

    /** Old keys, sent to a terminal as if the host gave them out again, would make it dumb. */
    @Test
    void keysThatNobodyAnswersForAreNotTaken() throws Exception {
        try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                var terminal = new CashTerminal(
                        new CashTerminal.Settings(
                                "127.0.0.1", door.getLocalPort(), TERMINAL, AGENT, Counter.KES, new byte[16]),
                        Clock.systemUTC(),
                        new Random(1),
                        Duration.ofSeconds(20))) {
            var stranger = threads.submit(() -> answerOnce(door));
            assertThatThrownBy(terminal::exchangeKeys)
                    .isInstanceOf(NoAnswerException.class)
                    .hasMessageContaining("00, without the host's code");
            assertThat(terminal.hasKeys()).isFalse();
            stranger.get(1, TimeUnit.MINUTES);
        }
    }

    private static ISOMsg answerOnce(ServerSocket door) throws Exception {
        try (var socket = door.accept()) {
            var frame = RecordingLine.frame(socket.getInputStream());
            var message = new ISOMsg();
            message.setPackager(Wire.packager());
            message.unpack(Arrays.copyOfRange(frame, BEFORE_MESSAGE, frame.length));
            assertThat(message.hasField(128)).isTrue();
            message.unset(128);
            message.setMTI("0810");
            message.set(39, "00");
            message.set(48, "MAC 00 000000;PIN 00 000000");
            var packed = message.pack();
            var out = new DataOutputStream(socket.getOutputStream());
            out.writeShort(packed.length + 5);
            out.write(HexFormat.of().parseHex("6000000000"));
            out.write(packed);
            out.flush();
            return message;
        }
    }

    /** A request is done and its answer lost; before it comes again, the terminal has new keys. */
    @Test
    void aRepeatUnderNewKeysHearsWhatWasDone() throws Exception {
        try (var counter = new Counter();
                var line = line(counter, answer -> answer == 3);
                var terminal = terminal(counter, line.port())) {
            terminal.exchangeKeys();
            balance(terminal);
            var dealing = terminal.cashIn(PIN, CUSTOMER, 150_000);
            assertThatThrownBy(() -> terminal.ask(dealing)).isInstanceOf(NoAnswerException.class);
            terminal.exchangeKeys();
            assertThat(terminal.repeat(dealing).code()).isEqualTo("00");
            assertThat(counter.wallet()).isEqualTo(kes(2_150_000));
        }
    }

    /** What nobody answers for is not final: here the host has lost the key in between. */
    @Test
    void anAnswerWithoutACodeIsNone() throws Exception {
        try (var counter = new Counter();
                var other = counter.terminal(TERMINAL, AGENT)) {
            var dealing = counter.terminal.cashIn(PIN, CUSTOMER, 150_000);
            assertThat(counter.terminal.ask(dealing).code()).isEqualTo("00");
            other.exchangeKeys();
            balance(other);
            assertThatThrownBy(() -> counter.terminal.repeat(dealing))
                    .isInstanceOf(NoAnswerException.class)
                    .hasMessageContaining("63");
            assertThatThrownBy(() -> counter.terminal.reverse(dealing)).isInstanceOf(NoAnswerException.class);
            counter.terminal.exchangeKeys();
            assertThat(counter.terminal.reverse(dealing).code()).isEqualTo("00");
            assertThat(counter.wallet()).isEqualTo(kes(2_000_000));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void twoExchangesAtOnceBringTheSameKeys(boolean postgres) throws Exception {
        var properties = Counter.listening(Map.of());
        try (var counter = new Counter(postgres ? TestServer.onPostgres(properties) : TestServer.onH2(properties));
                var other = counter.terminal(TERMINAL, AGENT);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < ROUNDS; round++) {
                together(threads, counter.terminal::exchangeKeys, other::exchangeKeys);
                // Each is the first under the new keys, for all that it knows.
                together(
                        threads,
                        () -> counter.terminal.ask(counter.terminal.balance(PIN)),
                        () -> other.ask(other.balance(PIN)));
                assertThat(checkValue(counter, "mac.next")).isEmpty();
            }
        }
    }

    private static void together(ExecutorService threads, Callable<Answer> one, Callable<Answer> other)
            throws Exception {
        var barrier = new CyclicBarrier(2);
        var first = threads.submit(() -> {
            barrier.await(1, TimeUnit.MINUTES);
            return one.call();
        });
        var second = threads.submit(() -> {
            barrier.await(1, TimeUnit.MINUTES);
            return other.call();
        });
        assertThat(first.get(1, TimeUnit.MINUTES).code()).isEqualTo("00");
        assertThat(second.get(1, TimeUnit.MINUTES).code()).isEqualTo("00");
    }

    private static ISOMsg exchange(String type) throws Exception {
        var message = new ISOMsg(type);
        message.set(7, "1127101500");
        message.set(11, "000124");
        message.set(41, TERMINAL);
        message.set(42, "%-15s".formatted(AGENT.substring(1)));
        message.set(70, "101");
        return message;
    }

    private static void balance(CashTerminal terminal) throws Exception {
        assertThat(terminal.ask(terminal.balance(PIN)).code()).isEqualTo("00");
    }

    private static Optional<String> checkValue(Counter counter, String use) {
        return counter.server.get(NetworkKeys.class).checkValue("terminal-" + TERMINAL + "." + use);
    }

    private static double refused(Counter counter) {
        return counter.server
                .get(MeterRegistry.class)
                .counter("homeline.terminal.messages", "type", "0800", "response", "not-authentic")
                .count();
    }

    private static RecordingLine line(Counter counter, IntPredicate lost) throws Exception {
        return new RecordingLine(counter.port(), lost);
    }

    private static CashTerminal terminal(Counter counter, int port) {
        return new CashTerminal(
                counter.settings(TERMINAL, AGENT, port),
                counter.server.get(Clock.class),
                new Random(13),
                Duration.ofSeconds(2));
    }
}
