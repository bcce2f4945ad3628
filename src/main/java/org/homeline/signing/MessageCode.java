package org.homeline.signing;

import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.Mac;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.macs.ISO9797Alg3Mac;
import org.bouncycastle.crypto.params.KeyParameter;

/** How payment networks authenticate a message (ISO 8583, fields 64 and 128: eight bytes). */
public enum MessageCode {
    /** NIST SP 800-38B, RFC 4493; the leftmost eight bytes. */
    AES_CMAC(KeyAlgorithm.AES) {
        @Override
        byte[] whole(byte[] key, byte[] message) {
            return code(new CMac((BlockCipher) AESEngine.newInstance()), new KeyParameter(key), message);
        }
    },
    /**
     * The retail MAC of ANSI X9.19, which is ISO/IEC 9797-1 algorithm 3 with DES and padding with zeros: for partners who
     * have nothing newer.
     */
    ANSI_X9_19(KeyAlgorithm.TDES) {
        @Override
        byte[] whole(byte[] key, byte[] message) {
            return code(new ISO9797Alg3Mac(new DESEngine()), new KeyParameter(key), message);
        }
    };

    /** What a field 64 or 128 holds. */
    public static final int BYTES = 8;

    private final KeyAlgorithm algorithm;

    MessageCode(KeyAlgorithm algorithm) {
        this.algorithm = algorithm;
    }

    /** Of its keys. */
    public KeyAlgorithm algorithm() {
        return algorithm;
    }

    /** All that the algorithm gives. */
    abstract byte[] whole(byte[] key, byte[] message);

    /** What goes into the message. */
    byte[] compute(byte[] key, byte[] message) {
        return java.util.Arrays.copyOf(whole(key, message), BYTES);
    }

    private static byte[] code(Mac mac, CipherParameters key, byte[] message) {
        mac.init(key);
        mac.update(message, 0, message.length);
        var code = new byte[mac.getMacSize()];
        mac.doFinal(code, 0);
        return code;
    }
}
