package org.homeline.simulator.bank;

import java.util.HexFormat;
import java.util.Optional;

/**
 * What the bank shares with Homeline.
 *
 * @param codeKey under which messages are authenticated from the beginning
 * @param encryptingKey under which new keys are sent
 */
public record BankKeys(KeyScheme scheme, Optional<byte[]> codeKey, Optional<byte[]> encryptingKey) {
    public BankKeys {
        codeKey.ifPresent(key -> require(scheme.fits(key)));
        encryptingKey.ifPresent(key -> require(scheme.fits(key)));
    }

    /** No message has a code, and none can be exchanged. */
    public static BankKeys none() {
        return new BankKeys(KeyScheme.AES, Optional.empty(), Optional.empty());
    }

    /** @throws IllegalArgumentException where it is no key, without saying what it is */
    static byte[] parse(String hex) {
        try {
            return HexFormat.of().parseHex(hex.strip());
        } catch (IllegalArgumentException notHex) {
            throw new IllegalArgumentException("write a key in hex, 32 characters for 16 bytes");
        }
    }

    private static void require(boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException("a key has 16 bytes; for AES it may have 24 or 32");
        }
    }

    @Override
    public String toString() {
        return "BankKeys[" + scheme + "]";
    }
}
