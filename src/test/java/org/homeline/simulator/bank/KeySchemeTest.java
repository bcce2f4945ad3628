package org.homeline.simulator.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeySchemeTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final String TWO_HALVES = "0123456789abcdeffedcba9876543210";

    /** RFC 4493, section 4. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                                               | bb1d6929e95937287fa37d129b756746
            6bc1bee22e409f96e93d7e117393172a                                                 | 070a16b46b4d4144f79bdd9dd04a287c
            6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411 | dfa66747de9ae63030ca32611497c827
            """)
    void aCmacIsThatOfTheStandard(String message, String code) {
        var key = HEX.parseHex("2b7e151628aed2a6abf7158809cf4f3c");
        assertThat(HEX.formatHex(KeyScheme.AES.code(key, HEX.parseHex(message))))
                .isEqualTo(code);
        assertThat(HEX.formatHex(KeyScheme.AES.shortCode(key, HEX.parseHex(message))))
                .isEqualTo(code.substring(0, 16));
        assertThat(HEX.formatHex(KeyScheme.AES.checkValue(key))).isEqualTo("7df76b");
    }

    /** ISO/IEC 9797-1, annex B, algorithm 3 with padding 1. */
    @ParameterizedTest
    @CsvSource({"'Now is the time for all ', a1c72e74ea3fa9b6", "Now is the time for it, 2e2b1428cc78254f"})
    void aRetailCodeIsThatOfTheStandard(String message, String code) {
        assertThat(HEX.formatHex(KeyScheme.TRIPLE_DES.shortCode(
                        HEX.parseHex(TWO_HALVES), message.getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(code);
        assertThat(HEX.formatHex(KeyScheme.TRIPLE_DES.checkValue(HEX.parseHex(TWO_HALVES))))
                .isEqualTo("08d7b4");
    }

    /** RFC 3394, section 4.1. */
    @Test
    void aKeyIsWrappedAsTheStandardSays() {
        assertThat(HEX.formatHex(KeyScheme.AES.wrap(
                        HEX.parseHex("000102030405060708090a0b0c0d0e0f"),
                        HEX.parseHex("00112233445566778899aabbccddeeff"))))
                .isEqualTo("1fa68b0a8112b447aef34bd8fb5a7b829d3e862371d2cfe5");
    }

    @Test
    void aKeyOfTwoHalvesIsEncipheredHalfByHalf() {
        var wrapped = KeyScheme.TRIPLE_DES.wrap(HEX.parseHex(TWO_HALVES), new byte[16]);
        assertThat(HEX.formatHex(wrapped)).startsWith("08d7b4").hasSize(32);
        assertThat(HEX.formatHex(wrapped, 0, 8)).isEqualTo(HEX.formatHex(wrapped, 8, 16));
    }

    @Test
    void aKeyThatIsNoneIsRefusedAndNotRepeated() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BankKeys.parse("0011xx"))
                .withMessageNotContaining("0011");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new BankKeys(KeyScheme.TRIPLE_DES, Optional.of(HEX.parseHex("0011")), Optional.empty()));
        assertThat(new BankKeys(KeyScheme.AES, Optional.of(HEX.parseHex(TWO_HALVES)), Optional.empty()))
                .hasToString("BankKeys[AES]");
    }
}
