package org.homeline.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.homeline.configuration.ConfigurationException;
import org.homeline.configuration.ConfigurationFolder;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.packager.GenericPackager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages as bytes and back. */
final class DialectTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final ConfigurationFolder FOLDER = new ConfigurationFolder(Path.of("gateway-config"));
    private static final Dialect ASCII = Dialect.read(FOLDER, "iso87-ascii");
    private static final Dialect BINARY = Dialect.read(FOLDER, "iso87-binary");

    private static final Message ECHO =
            Message.of("0800").with(7, "0302140000").with(11, "000001").with(70, "301");
    private static final Message CASH_OUT = Message.of("0200")
            .with(2, "5412345678901234")
            .with(3, "010000")
            .with(4, "000000150000")
            .with(7, "0302140000")
            .with(11, "000042")
            .with(37, "606114000042")
            .with(41, "T0000001")
            .with(48, "482913")
            .with(49, "404")
            .with(52, HEX.parseHex("0123456789abcdef"))
            .with(102, "254712345678");

    @Test
    void anEchoInCharacters() {
        assertThat(new String(ASCII.pack(ECHO), StandardCharsets.US_ASCII))
                .isEqualTo("0800" + "8220000000000000" + "0400000000000000" + "0302140000" + "000001" + "301");
    }

    @Test
    void anEchoPacked() {
        assertThat(HEX.formatHex(BINARY.pack(ECHO)))
                .isEqualTo("0800" + "8220000000000000" + "0400000000000000" + "0302140000" + "000001" + "0301");
    }

    /** jPOS's own tables are another reading of the standard. */
    @ParameterizedTest
    @CsvSource({"iso87-ascii, packager/iso87ascii.xml", "iso87-binary, packager/iso87binary.xml"})
    void jposOwnTablesGiveTheSameBytes(String dialect, String table) throws Exception {
        for (var message : new Message[] {ECHO, CASH_OUT}) {
            var theirs = new ISOMsg();
            theirs.setPackager(new GenericPackager("jar:" + table));
            theirs.setMTI(message.mti());
            for (var field : message.fields().entrySet()) {
                switch (field.getValue()) {
                    case Message.Text(var text) -> theirs.set(field.getKey(), text);
                    case Message.Bytes(var bytes) -> theirs.set(field.getKey(), bytes);
                }
            }
            assertThat(HEX.formatHex(Dialect.read(FOLDER, dialect).pack(message)))
                    .isEqualTo(HEX.formatHex(theirs.pack()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso87-ascii", "iso87-binary"})
    void whatIsPackedUnpacksToTheSame(String name) throws UnreadableMessageException {
        var dialect = Dialect.read(FOLDER, name);
        assertThat(dialect.unpack(dialect.pack(ECHO))).isEqualTo(ECHO);
        assertThat(dialect.unpack(dialect.pack(CASH_OUT))).isEqualTo(CASH_OUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso87-ascii", "iso87-binary"})
    void aMessageCutAnywhereNamesTheFieldItEndsIn(String name) {
        var dialect = Dialect.read(FOLDER, name);
        var whole = dialect.pack(CASH_OUT);
        for (int length = 0; length < whole.length; length++) {
            var cut = Arrays.copyOf(whole, length);
            var said = catchThrowableOfType(UnreadableMessageException.class, () -> dialect.unpack(cut));
            assertThat(said).as("%s of %s bytes", length, whole.length).isNotNull();
            assertThat(said.offset()).isLessThanOrEqualTo(length);
        }
    }

    /** Seeded, so that what fails fails again. */
    @ParameterizedTest
    @ValueSource(strings = {"iso87-ascii", "iso87-binary"})
    void noBytesAtAllBreakIt(String name) {
        var dialect = Dialect.read(FOLDER, name);
        var random = new Random(8583);
        var whole = dialect.pack(CASH_OUT);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            var bytes = i % 2 == 0 ? whole.clone() : new byte[random.nextInt(80)];
            if (i % 2 == 0) {
                for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
            } else {
                random.nextBytes(bytes);
            }
            try {
                dialect.describe(dialect.unpack(bytes));
                read++;
            } catch (UnreadableMessageException named) {
                assertThat(named.offset()).isBetween(0, bytes.length);
            }
        }
        assertThat(read).as("some of them can be read").isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            08                                                  | the message type at byte 0: it can't be read
            08a0                                                | the message type at byte 0: not four digits
            0800                                                | the bitmap at byte 4: the message ends within it
            080002200000000000                                  | the bitmap at byte 4: the message ends within it
            080002200000000000000302140000                      | field 11 at byte 30: it can't be read
            080000200000000000000000x7                          | field 11 at byte 20: it does not take what stands there
            080000200000000000000000177                         | field 11 at byte 26: 1 bytes are left over
            08008020000000000000800000000000000000000177        | field 65 at byte 42: the dialect has no such field
            """)
    void whatCannotBeReadIsNamed(String characters, String said) {
        assertThatThrownBy(() -> ASCII.unpack(characters.strip().getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessage(said);
    }

    @Test
    void whatStoodBeforeTheUnreadableFieldIsKeptForTheAnswer() {
        var cut = Arrays.copyOf(ASCII.pack(CASH_OUT), 80);
        var said = catchThrowableOfType(UnreadableMessageException.class, () -> ASCII.unpack(cut));
        assertThat(said.soFar().orElseThrow().text(3)).contains("010000");
    }

    @Test
    void aLogShowsNoSecret() {
        var described =
                ASCII.describe(CASH_OUT.with(35, "5412345678901234=2512").with(43, "Shop\n0200 forged"));
        assertThat(described)
                .contains(
                        "primary account number: 541234******1234",
                        "processing code: 010000",
                        "account, from: ********5678")
                .contains("track 2: ****", "additional data, private: ****", "PIN block: ****", "Shop?0200 forged")
                .doesNotContain("482913", "0123456789abcdef", "5412345678901234", "\n");
        assertThat(CASH_OUT.toString()).isEqualTo("Message[0200 [2, 3, 4, 7, 11, 37, 41, 48, 49, 52, 102]]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso87-ascii", "iso87-binary"})
    void theCodeStandsLastAndCoversEverythingBefore(String name) throws UnreadableMessageException {
        var dialect = Dialect.read(FOLDER, name);
        UnaryOperator<byte[]> sum = DialectTest::sum;
        var shorter = CASH_OUT.without(102);
        for (var message : new Message[] {shorter, CASH_OUT}) {
            var packed = dialect.pack(message, sum);
            var read = dialect.unpack(packed);
            assertThat(read.has(message.equals(shorter) ? 64 : 128)).isTrue();
            assertThat(dialect.isAuthentic(packed, read, sum)).isTrue();
            for (int i = 0; i < packed.length; i++) {
                var changed = packed.clone();
                changed[i] ^= 1;
                try {
                    assertThat(dialect.isAuthentic(changed, dialect.unpack(changed), sum))
                            .as("byte %s", i)
                            .isFalse();
                } catch (UnreadableMessageException alsoSeen) {
                    assertThat(alsoSeen.offset()).isLessThanOrEqualTo(packed.length);
                }
            }
        }
        assertThat(dialect.isAuthentic(dialect.pack(ECHO), ECHO, sum)).isFalse();
    }

    /** Stands for a code here: what {@code signing} computes is tested there. */
    private static byte[] sum(byte[] covered) {
        var code = new byte[8];
        for (int i = 0; i < covered.length; i++) {
            code[i % 8] = (byte) (code[i % 8] * 31 + covered[i]);
        }
        return code;
    }

    @Test
    void whatTheDialectDoesNotTakeIsRefusedWithoutNamingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ASCII.pack(ECHO.with(11, "1234567")))
                .withMessage("field 11 does not take what it is given");
        assertThatIllegalArgumentException().isThrownBy(() -> ASCII.pack(ECHO.with(52, "1234")));
        assertThatIllegalArgumentException().isThrownBy(() -> Message.of("800"));
        assertThatIllegalArgumentException().isThrownBy(() -> ASCII.pack(Message.of("0810")));
        assertThatIllegalArgumentException().isThrownBy(() -> ECHO.with(1, "x"));
    }

    @Test
    void aPartnerWhoDiffersIsAnotherFile(@TempDir Path folder) throws Exception {
        copy(folder, """
                fields: fields-1987
                digits: bcd
                bits: binary
                bitmap: hex
                change:
                  48: {name: order, is: n..20}
                """);
        var other = Dialect.read(new ConfigurationFolder(folder), "other");
        var order = Message.of("0200").with(48, "1234");
        assertThat(HEX.formatHex(other.pack(order)))
                .isEqualTo("0200" + HEX.formatHex("0000000000010000".getBytes(StandardCharsets.US_ASCII)) + "041234");
        assertThat(other.unpack(other.pack(order))).isEqualTo(order);
        assertThat(other.describe(order)).isEqualTo("0200 {48 order: ****}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            48: {name: x, is: q9}      | line 6, change.48.is: write a format such as n6, n..19, ans...999 or b64 instead of 'q9'
            48: {name: x, is: n.9}     | line 6, change.48.is: write a format such as n6, n..19, ans...999 or b64 instead of 'n.9'
            48: {name: x, is: b..64}   | line 6, change.48.is: write a format such as n6, n..19, ans...999 or b64 instead of 'b..64'
            65: {name: x, is: n6}      | line 6, change.65: fields are 2 to 128, without 65
            one: {name: x, is: n6}     | line 6, change.one: give the field's number
            """)
    void aMistakeIsNamedWithItsLine(String line, String said, @TempDir Path folder) throws Exception {
        copy(folder, "fields: fields-1987\ndigits: ascii\nbits: hex\nbitmap: hex\nchange:\n  " + line + "\n");
        assertThatThrownBy(() -> Dialect.read(new ConfigurationFolder(folder), "other"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("iso8583/dialects/other.yaml")
                .hasMessageContaining(said.substring(said.indexOf(", ") + 2));
    }

    private static void copy(Path folder, String dialect) throws Exception {
        var dialects = Files.createDirectories(folder.resolve("iso8583/dialects"));
        Files.copy(Path.of("gateway-config/iso8583/fields-1987.yaml"), folder.resolve("iso8583/fields-1987.yaml"));
        Files.writeString(dialects.resolve("other.yaml"), dialect);
    }
}
