package org.homeline.signing;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** What a shared key is used with. */
public enum KeyAlgorithm {
    /** FIPS 197. */
    AES("AES", 16, 32) {
        @Override
        boolean isWeak(byte[] key) {
            return false;
        }

        @Override
        byte[] whole(byte[] key) {
            return key;
        }
    },
    /** Triple DES (ISO/IEC 18033-3) with two keys or three, for partners who have nothing newer. */
    TDES("DESede", 8, 24) {
        // With two equal neighbours one undoes the other, and single DES is left.
        @Override
        boolean isWeak(byte[] key) {
            for (int at = PART; at < key.length; at += PART) {
                if (isSameKey(key, at - PART, at)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        byte[] whole(byte[] key) {
            var three = Arrays.copyOf(key, 3 * PART);
            if (key.length == 2 * PART) {
                System.arraycopy(key, 0, three, 2 * PART, PART);
            }
            return three;
        }

        // Odd parity, which some partners check.
        @Override
        void adjust(byte[] key) {
            for (int i = 0; i < key.length; i++) {
                int bits = key[i] & 0xFE;
                key[i] = (byte) (bits | ((Integer.bitCount(bits) + 1) % 2));
            }
        }
    };

    static final int CHECK_BYTES = 3;
    private static final int SHORTEST_BYTES = 16;
    private static final int PART = 8;

    private final String cipher;
    private final int blockBytes;
    private final int longestBytes;

    KeyAlgorithm(String cipher, int blockBytes, int longestBytes) {
        this.cipher = cipher;
        this.blockBytes = blockBytes;
        this.longestBytes = longestBytes;
    }

    /** As it is written in commands and rows: {@code aes}, {@code tdes}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<KeyAlgorithm> find(String word) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.word().equals(word))
                .findFirst();
    }

    /** Whether the bytes could be a key that somebody means to use. */
    boolean fits(byte[] key) {
        return hasLength(key.length) && !isWeak(key);
    }

    boolean hasLength(int bytes) {
        return bytes >= SHORTEST_BYTES && bytes <= longestBytes && bytes % PART == 0;
    }

    abstract boolean isWeak(byte[] key);

    /** As the cipher takes it. */
    abstract byte[] whole(byte[] key);

    /** Makes random bytes a key. */
    void adjust(byte[] random) {}

    /** The first three bytes of a block of zeros under the key: people compare them, and they tell nothing of it. */
    byte[] checkValue(byte[] key) {
        return Arrays.copyOf(ecb(Cipher.ENCRYPT_MODE, key, new byte[blockBytes]), CHECK_BYTES);
    }

    String shownCheckValue(byte[] key) {
        return HexFormat.of().withUpperCase().formatHex(checkValue(key));
    }

    /**
     * Each block by itself.
     *
     * @throws IllegalArgumentException where the key has no right length or the text is not of whole blocks
     */
    byte[] ecb(int mode, byte[] key, byte[] text) {
        try {
            var ecb = Cipher.getInstance(cipher + "/ECB/NoPadding");
            ecb.init(mode, new SecretKeySpec(whole(key), cipher));
            return ecb.doFinal(text);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalArgumentException("no key of " + word() + ", or no whole blocks", wrong);
        }
    }

    /** The lowest bit of each byte is parity and no part of the key. */
    private static boolean isSameKey(byte[] keys, int first, int second) {
        int differing = 0;
        for (int i = 0; i < PART; i++) {
            differing |= (keys[first + i] ^ keys[second + i]) & 0xFE;
        }
        return differing == 0;
    }
}
