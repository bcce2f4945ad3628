package org.homeline.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PinBlockTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final String PAN = "4111111111111111";
    private static final byte[] KEY = HEX.parseHex("00112233445566778899aabbccddeeff");

    /** Independent implementations (psec, paysec) agree on these, the first with a filler of ones. */
    @ParameterizedTest
    @CsvSource({
        "1234, 1234567890123456789, 28b41fddd29b743e93124bd8e32d921e",
        "1234, 1234567890123456, 52db178c6edce52e3a70f7fbc8e9c758",
        "123456, 123456789012345678, 847a0209c659e4c4a79ca6a2a2217d31",
        "12345678, 1234567890123456789, 018bfec8b5ef60181a327ad8325a2ba4"
    })
    void blocksOfFormat4ThatOthersMadeOpen(String pin, String pan, String sealed) {
        assertThat(PinBlock.FORMAT_4.open(KEY, HEX.parseHex(sealed), pan).map(PinBlockTest::text))
                .contains(pin);
    }

    @Test
    void format4IsSealedAsOthersDo() {
        var pin = "1234".getBytes(StandardCharsets.US_ASCII);
        assertThat(HEX.formatHex(PinBlock.FORMAT_4.seal(KEY, pin, "1234567890123456789", () -> -1L)))
                .isEqualTo("28b41fddd29b743e93124bd8e32d921e");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSealedOpensAgain(PinBlock format) {
        var random = new Random(7);
        for (var pin : Set.of("1234", "00000", "987654", "123456789012")) {
            var sealed = format.seal(KEY, pin.getBytes(StandardCharsets.US_ASCII), PAN, random);
            assertThat(format.open(KEY, sealed, PAN).map(PinBlockTest::text)).contains(pin);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingOpensUnderAnotherKeyOrWithoutItsLength(PinBlock format) {
        var sealed = format.seal(KEY, "1234".getBytes(StandardCharsets.US_ASCII), PAN, new Random(7));
        assertThat(format.open(HEX.parseHex("ff112233445566778899aabbccddeeff"), sealed, PAN))
                .isEmpty();
        assertThat(format.open(KEY, java.util.Arrays.copyOf(sealed, 7), PAN)).isEmpty();
    }

    @Test
    void format4BindsTheWholeAccountNumberAndFormat0MostOfIt() {
        var other = "4111111111111129";
        var four = PinBlock.FORMAT_4.seal(KEY, "1234".getBytes(StandardCharsets.US_ASCII), PAN, new Random(7));
        assertThat(PinBlock.FORMAT_4.open(KEY, four, other)).isEmpty();
        var zero = PinBlock.FORMAT_0.seal(KEY, "1234".getBytes(StandardCharsets.US_ASCII), PAN, new Random(7));
        assertThat(PinBlock.FORMAT_0.open(KEY, zero, other).map(PinBlockTest::text))
                .isNotEqualTo(java.util.Optional.of("1234"));
    }

    @Test
    void format4NeverRepeatsItself() {
        var random = new Random(7);
        var seen = new TreeSet<String>();
        for (int i = 0; i < 100; i++) {
            seen.add(HEX.formatHex(
                    PinBlock.FORMAT_4.seal(KEY, "1234".getBytes(StandardCharsets.US_ASCII), PAN, random)));
        }
        assertThat(seen).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789012", "12345678901234567890", "411111111111111x"})
    void anAccountNumberHasThirteenToNineteenDigits(String pan) {
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> PinBlock.FORMAT_4.open(KEY, new byte[16], pan));
    }

    private static String text(byte[] pin) {
        return new String(pin, StandardCharsets.US_ASCII);
    }
}
