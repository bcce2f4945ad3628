package org.homeline.simulator.bank;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jpos.iso.ISOUtil;

/** The cipher that the bank and Homeline have agreed on for codes and for the keys of codes. */
public enum KeyScheme {
    /** AES-CMAC (NIST SP 800-38B), keys wrapped as RFC 3394 says. */
    AES(16) {
        @Override
        byte[] cipher(byte[] key, byte[] blocks) {
            return chain("AES/CBC/NoPadding", new SecretKeySpec(key, "AES"), blocks);
        }

        @Override
        byte[] code(byte[] key, byte[] message) {
            var mac = new CMac(AESEngine.newInstance());
            mac.init(new KeyParameter(key));
            mac.update(message, 0, message.length);
            var code = new byte[mac.getMacSize()];
            mac.doFinal(code, 0);
            return code;
        }

        @Override
        byte[] wrap(byte[] encryptingKey, byte[] key) {
            try {
                var wrapping = Cipher.getInstance("AESWrap");
                wrapping.init(Cipher.WRAP_MODE, new SecretKeySpec(encryptingKey, "AES"));
                return wrapping.wrap(new SecretKeySpec(key, "AES"));
            } catch (GeneralSecurityException unusable) {
                throw new IllegalStateException(unusable);
            }
        }
    },
    /** The retail MAC of ANSI X9.19 with zeros as padding, keys of two halves enciphered block by block. */
    TRIPLE_DES(8) {
        @Override
        byte[] cipher(byte[] key, byte[] blocks) {
            return chain("DESede/CBC/NoPadding", new SecretKeySpec(tripled(key), "DESede"), blocks);
        }

        @Override
        byte[] code(byte[] key, byte[] message) {
            int whole = Math.max(1, (message.length + block() - 1) / block()) * block();
            var padded = Arrays.copyOf(message, whole);
            var half = new SecretKeySpec(key, 0, block(), "DES");
            var before = whole == block()
                    ? new byte[block()]
                    : last(chain("DES/CBC/NoPadding", half, Arrays.copyOf(padded, whole - block())), block());
            // The last block under all three is the last of the chain, deciphered and enciphered again.
            return cipher(key, ISOUtil.xor(before, last(padded, block())));
        }

        @Override
        byte[] wrap(byte[] encryptingKey, byte[] key) {
            return ISOUtil.concat(
                    cipher(encryptingKey, Arrays.copyOf(key, block())), cipher(encryptingKey, last(key, block())));
        }
    };

    /** Of keys for codes. */
    static final int KEY_BYTES = 16;

    private static final int CODE_BYTES = 8;
    private static final int CHECK_BYTES = 3;

    private final int block;

    KeyScheme(int block) {
        this.block = block;
    }

    int block() {
        return block;
    }

    /** Chained from zeros, so that one block alone is enciphered by itself. */
    abstract byte[] cipher(byte[] key, byte[] blocks);

    abstract byte[] code(byte[] key, byte[] message);

    abstract byte[] wrap(byte[] encryptingKey, byte[] key);

    /** What goes into field 64 or 128. */
    byte[] shortCode(byte[] key, byte[] message) {
        return Arrays.copyOf(code(key, message), CODE_BYTES);
    }

    /** By which two sides see that they hold the same key. */
    byte[] checkValue(byte[] key) {
        return Arrays.copyOf(cipher(key, new byte[block]), CHECK_BYTES);
    }

    /** Whether a key has a length that the scheme takes. */
    boolean fits(byte[] key) {
        return key.length == KEY_BYTES || (this == AES && (key.length == 24 || key.length == 32));
    }

    private static byte[] chain(String transformation, SecretKeySpec key, byte[] blocks) {
        try {
            var cipher = Cipher.getInstance(transformation);
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(new byte[cipher.getBlockSize()]));
            return cipher.doFinal(blocks);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private static byte[] tripled(byte[] twoHalves) {
        return ISOUtil.concat(twoHalves, Arrays.copyOf(twoHalves, 8));
    }

    private static byte[] last(byte[] bytes, int count) {
        return Arrays.copyOfRange(bytes, bytes.length - count, bytes.length);
    }
}
