package org.homeline.signing;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;

/**
 * A PIN as a terminal sends it (ISO 9564-1:2017): bound to an account number, encrypted under a key of the terminal's own.
 * PINs are ASCII digits in arrays, so that whoever is done with one can wipe it.
 */
public enum PinBlock {
    /** Eight bytes under triple DES: for terminals that have nothing newer. */
    FORMAT_0(KeyAlgorithm.TDES) {
        @Override
        byte[] seal(byte[] key, byte[] pin, String pan, RandomGenerator random) {
            var block = filled(0x00, pin, 0xFF, 8);
            xor(block, accountNumber(pan));
            return KeyAlgorithm.TDES.ecb(Cipher.ENCRYPT_MODE, key, block);
        }

        @Override
        Optional<byte[]> open(byte[] key, byte[] sealed, String pan) {
            if (sealed.length != 8) {
                return Optional.empty();
            }
            var block = KeyAlgorithm.TDES.ecb(Cipher.DECRYPT_MODE, key, sealed);
            xor(block, accountNumber(pan));
            return read(block, 0x00, 0xF);
        }
    },
    /** Sixteen bytes under AES, twice, with the account number between; no two of the same PIN agree. */
    FORMAT_4(KeyAlgorithm.AES) {
        @Override
        byte[] seal(byte[] key, byte[] pin, String pan, RandomGenerator random) {
            var block = filled(0x40, pin, 0xAA, 16);
            var noise = new byte[8];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, block, 8, 8);
            var between = KeyAlgorithm.AES.ecb(Cipher.ENCRYPT_MODE, key, block);
            xor(between, longAccountNumber(pan));
            return KeyAlgorithm.AES.ecb(Cipher.ENCRYPT_MODE, key, between);
        }

        @Override
        Optional<byte[]> open(byte[] key, byte[] sealed, String pan) {
            if (sealed.length != 16) {
                return Optional.empty();
            }
            var between = KeyAlgorithm.AES.ecb(Cipher.DECRYPT_MODE, key, sealed);
            xor(between, longAccountNumber(pan));
            return read(Arrays.copyOf(KeyAlgorithm.AES.ecb(Cipher.DECRYPT_MODE, key, between), 8), 0x40, 0xA);
        }
    };

    private static final int LEAST = 4;
    private static final int MOST = 12;
    /** What stands for the account where there is none: the rightmost twelve digits before the check digit. */
    private static final int BOUND_DIGITS = 12;

    private static final int MOST_PAN = 19;

    private final KeyAlgorithm algorithm;

    PinBlock(KeyAlgorithm algorithm) {
        this.algorithm = algorithm;
    }

    /** Of its keys. */
    public KeyAlgorithm algorithm() {
        return algorithm;
    }

    /**
     * @param pin 4 to 12 ASCII digits
     * @param pan the account number with its check digit, 13 to 19 digits
     */
    abstract byte[] seal(byte[] key, byte[] pin, String pan, RandomGenerator random);

    /** The PIN; empty where the block was made under another key, for another account number, or is none. */
    abstract Optional<byte[]> open(byte[] key, byte[] sealed, String pan);

    /** Control and length, the digits, and the filler to the end of the first eight bytes. */
    private static byte[] filled(int control, byte[] pin, int filler, int size) {
        if (pin.length < LEAST || pin.length > MOST) {
            throw new IllegalArgumentException("a PIN of ISO 9564 has 4 to 12 digits");
        }
        var block = new byte[size];
        Arrays.fill(block, 1, 8, (byte) filler);
        block[0] = (byte) (control | pin.length);
        for (int i = 0; i < pin.length; i++) {
            put(block, 2 + i, pin[i] - '0');
        }
        return block;
    }

    private static Optional<byte[]> read(byte[] block, int control, int filler) {
        int length = block[0] & 0x0F;
        boolean good = (block[0] & 0xF0) == control && length >= LEAST && length <= MOST;
        var pin = new byte[Math.min(MOST, length)];
        for (int i = 0; i < 14; i++) {
            int nibble = nibble(block, 2 + i);
            if (i < length) {
                good &= nibble <= 9;
                if (i < pin.length) {
                    pin[i] = (byte) ('0' + nibble);
                }
            } else {
                good &= nibble == filler;
            }
        }
        Arrays.fill(block, (byte) 0);
        return good ? Optional.of(pin) : Optional.empty();
    }

    /** Four zeros, then the rightmost twelve digits without the check digit. */
    private static byte[] accountNumber(String pan) {
        requireDigits(pan);
        var digits = "0000" + pan.substring(pan.length() - 1 - BOUND_DIGITS, pan.length() - 1);
        return java.util.HexFormat.of().parseHex(digits);
    }

    /** How many digits there are beyond twelve, then all of them, then zeros. */
    private static byte[] longAccountNumber(String pan) {
        requireDigits(pan);
        var digits = (pan.length() - BOUND_DIGITS) + pan;
        return java.util.HexFormat.of().parseHex(digits + "0".repeat(32 - digits.length()));
    }

    private static void requireDigits(String pan) {
        if (pan.length() <= BOUND_DIGITS
                || pan.length() > MOST_PAN
                || !pan.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("an account number has 13 to 19 digits");
        }
    }

    private static void xor(byte[] block, byte[] with) {
        for (int i = 0; i < block.length; i++) {
            block[i] ^= with[i];
        }
    }

    private static void put(byte[] block, int place, int nibble) {
        int i = place / 2;
        block[i] = (byte) (place % 2 == 0 ? (block[i] & 0x0F) | (nibble << 4) : (block[i] & 0xF0) | nibble);
    }

    private static int nibble(byte[] block, int place) {
        int both = block[place / 2] & 0xFF;
        return place % 2 == 0 ? both >> 4 : both & 0x0F;
    }
}
