package org.homeline.simulator.terminal;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;

/**
 * The terminal's keys, all of AES: a master key that somebody put in, and under it those for codes (AES-CMAC, NIST SP
 * 800-38B) and for PIN blocks (ISO 9564 format 4), which the host sends. Thread-safe.
 */
final class PinPad {
    private static final int BLOCK = 16;
    private static final int CODE_BYTES = 8;
    private static final int CHECK_BYTES = 3;
    private static final int PAN_DIGITS = 13;
    private static final Pattern KEYS = Pattern.compile("MAC ([0-9A-F]+) ([0-9A-F]{6});PIN ([0-9A-F]+) ([0-9A-F]{6})");

    private final byte[] master;
    private final RandomGenerator random;
    private volatile byte @Nullable [] codeKey;
    private volatile byte @Nullable [] pinKey;

    PinPad(byte[] master, RandomGenerator random) {
        this.master = master.clone();
        this.random = random;
    }

    boolean hasKeys() {
        return codeKey != null && pinKey != null;
    }

    /**
     * Takes the keys of a host's answer (field 48).
     *
     * @throws IllegalArgumentException where they do not open under the master key
     */
    void take(String written) {
        var matcher = KEYS.matcher(written.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("the host sent no keys");
        }
        var code = unwrap(matcher.group(1), matcher.group(2));
        pinKey = unwrap(matcher.group(3), matcher.group(4));
        codeKey = code;
    }

    private byte[] unwrap(String wrapped, String check) {
        try {
            var wrap = Cipher.getInstance("AESWrap");
            wrap.init(Cipher.UNWRAP_MODE, new SecretKeySpec(master, "AES"));
            var key = wrap.unwrap(HexFormat.of().parseHex(wrapped), "AES", Cipher.SECRET_KEY)
                    .getEncoded();
            var value = Arrays.copyOf(encipher(key, new byte[BLOCK]), CHECK_BYTES);
            if (MessageDigest.isEqual(value, HexFormat.of().parseHex(check))) {
                return key;
            }
            throw new IllegalArgumentException("a key of the host has another check value");
        } catch (GeneralSecurityException broken) {
            throw new IllegalArgumentException("the master key is not the host's", broken);
        }
    }

    /** The code of the message for field 64 or 128. */
    byte[] code(byte[] message) {
        return code(there(codeKey), message);
    }

    /** Likewise, of one that asks for keys or brings them. */
    byte[] masterCode(byte[] message) {
        return code(master, message);
    }

    private static byte[] code(byte[] key, byte[] message) {
        var mac = new CMac(AESEngine.newInstance());
        mac.init(new KeyParameter(key));
        mac.update(message, 0, message.length);
        var code = new byte[mac.getMacSize()];
        mac.doFinal(code, 0);
        return Arrays.copyOf(code, CODE_BYTES);
    }

    /**
     * The PIN bound to the agent's number.
     *
     * @param pin 4 to 12 digits
     * @param agent the digits of the number with its country
     */
    byte[] pinBlock(String pin, String agent) {
        var noise = new byte[BLOCK / 2];
        random.nextBytes(noise);
        var plain = HexFormat.of()
                .parseHex("4" + Integer.toHexString(pin.length()) + pin + "a".repeat(14 - pin.length())
                        + HexFormat.of().formatHex(noise));
        var pan = "0".repeat(Math.max(0, PAN_DIGITS - agent.length())) + agent;
        var account = (pan.length() - 12) + pan;
        var bound = HexFormat.of().parseHex(account + "0".repeat(2 * BLOCK - account.length()));
        var key = there(pinKey);
        var between = encipher(key, plain);
        for (int i = 0; i < BLOCK; i++) {
            between[i] ^= bound[i];
        }
        return encipher(key, between);
    }

    /** Chained from zeros, so that one block alone is enciphered by itself. */
    private static byte[] encipher(byte[] key, byte[] blocks) {
        try {
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[BLOCK]));
            return cipher.doFinal(blocks);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private static byte[] there(byte @Nullable [] key) {
        if (key == null) {
            throw new IllegalStateException("the terminal has no keys yet: it asks the host for them first");
        }
        return key;
    }
}
