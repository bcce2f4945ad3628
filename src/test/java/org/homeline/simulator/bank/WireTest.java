package org.homeline.simulator.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.iso8583.Dialect;
import org.homeline.iso8583.Message;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The bank reads what the server writes, and the other way round: two readings of one standard. */
final class WireTest {
    private static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest
    @EnumSource(Wire.class)
    void theServersDialectAndTheBanksAreOne(Wire wire) throws Exception {
        var dialect = Dialect.read(
                new ConfigurationFolder(Path.of("gateway-config")),
                "iso87-" + wire.name().toLowerCase(Locale.ROOT));
        var exchanged = Client.network("101");
        exchanged.set(39, "00");
        exchanged.set(48, "1FA68B0A8112B447AEF34BD8FB5A7B829D3E862371D2CFE5/7DF76B");
        var reconciled = new ISOMsg("0530");
        reconciled.set(15, Client.DAY);
        reconciled.set(50, "404");
        reconciled.set(66, "2");
        var sum = new Totals.Sum(3, 150_000);
        Reconciliation.write(new Totals(sum, Totals.Sum.NONE, Totals.Sum.NONE, sum), reconciled);
        var sealed = Client.reversal(Client.debit("000001", "0123456789", 150_000));
        sealed.set(128, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        for (var theirs : new ISOMsg[] {
            exchanged, reconciled, sealed, Client.debit("000001", "0123456789", 1), Client.credit("000002", "A1", 2)
        }) {
            theirs.setPackager(wire.packager());
            var ours = ours(theirs);
            assertThat(HEX.formatHex(dialect.pack(ours))).isEqualTo(HEX.formatHex(theirs.pack()));
            assertThat(dialect.unpack(theirs.pack())).isEqualTo(ours);
            var received = new Received();
            received.setPackager(wire.packager());
            received.read(dialect.pack(ours));
            assertThat(received.isReadable()).isTrue();
            assertThat(ours(received)).isEqualTo(ours);
        }
    }

    @ParameterizedTest
    @CsvSource({"ASCII, 000430383030", "BINARY, 30303039600001000230383030"})
    void aFrameHasItsLengthBefore(Wire wire, String frame) throws Exception {
        var packed = "0800".getBytes(StandardCharsets.US_ASCII);
        assertThat(HEX.formatHex(wire.frame(packed))).isEqualTo(frame);
        assertThat(wire.length(wire.length(300))).isEqualTo(300);
    }

    @ParameterizedTest
    @CsvSource({"00x9", "-001", "'   9'"})
    void aLengthIsDigits(String written) {
        assertThatThrownBy(() -> Wire.BINARY.length(written.getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(ISOException.class);
    }

    private static Message ours(ISOMsg message) throws ISOException {
        var ours = Message.of(message.getMTI());
        for (int field = 2; field <= message.getMaxField(); field++) {
            if (message.hasField(field)) {
                ours = field == Security.LONG_PLACE
                        ? ours.with(field, message.getBytes(field))
                        : ours.with(field, message.getString(field));
            }
        }
        return ours;
    }
}
