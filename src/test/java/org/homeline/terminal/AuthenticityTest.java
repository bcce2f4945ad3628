package org.homeline.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.terminal.Counter.AGENT;
import static org.homeline.terminal.Counter.CUSTOMER;
import static org.homeline.terminal.Counter.TERMINAL;
import static org.homeline.terminal.Counter.kes;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HexFormat;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.api.Test;

/** Who is not the terminal moves nothing; and what is no message at all ends no connection. */
final class AuthenticityTest {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void withoutTheRightCodeNothingIsDone() throws Exception {
        try (var counter = new Counter();
                var wire = new Wire(counter.port())) {
            for (var type : new String[] {"0200", "0201", "0220", "0221", "0420", "0421"}) {
                assertThat(wire.ask(cashIn(type)).getString(39)).as(type).isEqualTo("63");
                var wrong = cashIn(type);
                wrong.set(128, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
                assertThat(wire.ask(wrong).getString(39)).as(type).isEqualTo("63");
            }
            assertThat(counter.wallet()).isEqualTo(kes(2_000_000));
            assertThat(counter.server
                            .get(MeterRegistry.class)
                            .counter("homeline.terminal.messages", "type", "0200", "response", "not-authentic")
                            .count())
                    .isEqualTo(2);
        }
    }

    @Test
    void anotherTypeOfMessageIsNone() throws Exception {
        try (var counter = new Counter();
                var wire = new Wire(counter.port())) {
            assertThat(wire.ask(cashIn("0100")).getString(39)).isEqualTo("12");
        }
    }

    @Test
    void whatCantBeReadIsAnsweredWith30AndTheConnectionLives() throws Exception {
        try (var counter = new Counter();
                var wire = new Wire(counter.port())) {
            var packed = cashIn("0200").pack();
            var cut = java.util.Arrays.copyOf(packed, packed.length - 4);
            wire.send(cut);
            var answer = wire.receive();
            assertThat(answer.getMTI()).isEqualTo("0210");
            assertThat(answer.getString(39)).isEqualTo("30");
            assertThat(answer.getString(11)).isEqualTo("000123");
            wire.send(HEX.parseHex("ffff"));
            wire.send(new byte[0]);
            assertThat(wire.ask(cashIn("0200")).getString(39)).isEqualTo("63");
        }
    }

    private static ISOMsg cashIn(String type) throws Exception {
        var message = new ISOMsg(type);
        message.set(3, "210000");
        message.set(4, "000000150000");
        message.set(7, "1127101500");
        message.set(11, "000123");
        message.set(12, "101500");
        message.set(13, "1127");
        message.set(37, "633110000123");
        message.set(41, TERMINAL);
        message.set(42, "%-15s".formatted(AGENT.substring(1)));
        message.set(49, "404");
        message.set(103, CUSTOMER);
        message.setPackager(Wire.packager());
        return message;
    }
}
