package org.homeline.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class WrappingTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] KEK = HEX.parseHex("0123456789abcdeffedcba9876543210");
    private static final byte[] KEY = HEX.parseHex("00112233445566778899aabbccddeeff");

    /** RFC 3394, sections 4.1 to 4.6; the key-encrypting key counts up from 00. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            16, 00112233445566778899aabbccddeeff, 1fa68b0a8112b447aef34bd8fb5a7b829d3e862371d2cfe5
            24, 00112233445566778899aabbccddeeff, 96778b25ae6ca435f92b5b97c050aed2468ab8a17ad84e5d
            32, 00112233445566778899aabbccddeeff, 64e8c3f9ce0f5ba263e9777905818a2a93c8191e7d6e8ae7
            24, 00112233445566778899aabbccddeeff0001020304050607, \
            031d33264e15d33268f24ec260743edce1c6c7ddee725a936ba814915c6762d2
            32, 00112233445566778899aabbccddeeff0001020304050607, \
            a8f9bc1612c68b3ff6e6f4fbe30e71e4769c8b80a32cb8958cd5d17d6b254da1
            32, 00112233445566778899aabbccddeeff000102030405060708090a0b0c0d0e0f, \
            28c9f404c4b810f4cbccb35cfb87f8263f5786e2d80ed326cbc7f0e71a99f43bfb988b9b7a02dd21
            """)
    void keysOfAesAreWrappedAsRfc3394Says(int kekBytes, String key, String wrapped) {
        var kek = Arrays.copyOf(
                HEX.parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"), kekBytes);
        assertThat(HEX.formatHex(Wrapping.AES_KEY_WRAP.wrap(kek, HEX.parseHex(key))))
                .isEqualTo(wrapped);
        assertThat(Wrapping.AES_KEY_WRAP.unwrap(kek, HEX.parseHex(wrapped)).map(HEX::formatHex))
                .contains(key);
    }

    @ParameterizedTest
    @EnumSource
    void nothingOpensThatIsNoWrappedKey(Wrapping wrapping) {
        var random = new Random(7);
        for (int length = 0; length < 80; length++) {
            var garbage = new byte[length];
            random.nextBytes(garbage);
            var opened = wrapping.unwrap(KEK, garbage);
            assertThat(opened.isPresent())
                    .as("%d bytes", length)
                    .isEqualTo(wrapping == Wrapping.TDES_ECB && (length == 16 || length == 24));
        }
    }

    @Test
    void everyChangedBitOfAWrappedKeyOfAesIsSeen() {
        var wrapped = Wrapping.AES_KEY_WRAP.wrap(KEK, KEY);
        for (int bit = 0; bit < wrapped.length * Byte.SIZE; bit++) {
            var changed = wrapped.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThat(Wrapping.AES_KEY_WRAP.unwrap(KEK, changed))
                    .as("bit " + bit)
                    .isEmpty();
        }
    }

    /** The first is known to everybody who has ever keyed a payment module by hand, the second is FIPS 197's zero block. */
    @ParameterizedTest
    @CsvSource({
        "TDES, 0123456789abcdeffedcba9876543210, 08D7B4",
        "AES, 00000000000000000000000000000000, 66E94B",
        "AES, 000102030405060708090a0b0c0d0e0f, C6A13B"
    })
    void checkValues(KeyAlgorithm algorithm, String key, String checkValue) {
        assertThat(algorithm.shownCheckValue(HEX.parseHex(key))).isEqualTo(checkValue);
    }

    @Test
    void threeKeysOfTripleDesAreUsedAllThree() {
        var two = HEX.parseHex("0123456789abcdeffedcba9876543210");
        var three = HEX.parseHex("0123456789abcdeffedcba98765432100123456789abcdef");
        var other = HEX.parseHex("0123456789abcdeffedcba98765432101123456789abcdef");
        assertThat(KeyAlgorithm.TDES.checkValue(three)).isEqualTo(KeyAlgorithm.TDES.checkValue(two));
        assertThat(KeyAlgorithm.TDES.checkValue(other)).isNotEqualTo(KeyAlgorithm.TDES.checkValue(two));
    }

    @Test
    void freshKeysOfTripleDesHaveOddParity() {
        var random = new Random(7);
        for (int i = 0; i < 100; i++) {
            var key = new byte[16];
            random.nextBytes(key);
            KeyAlgorithm.TDES.adjust(key);
            for (byte part : key) {
                assertThat(Integer.bitCount(part & 0xFF) % 2).isEqualTo(1);
            }
        }
    }
}
