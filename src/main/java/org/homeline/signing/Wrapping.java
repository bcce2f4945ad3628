package org.homeline.signing;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** How a working key travels under a key-encrypting key, which is of the same algorithm. */
public enum Wrapping {
    /** RFC 3394, which is KW of NIST SP 800-38F: a changed byte or another key-encrypting key does not open. */
    AES_KEY_WRAP(KeyAlgorithm.AES) {
        @Override
        byte[] wrap(byte[] kek, byte[] key) {
            try {
                return keyWrap(Cipher.WRAP_MODE, kek).wrap(new SecretKeySpec(key, "AES"));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("a key of AES can be wrapped", impossible);
            }
        }

        @Override
        Optional<byte[]> unwrap(byte[] kek, byte[] wrapped) {
            try {
                var key = keyWrap(Cipher.UNWRAP_MODE, kek).unwrap(wrapped, "AES", Cipher.SECRET_KEY);
                return Optional.of(key.getEncoded());
            } catch (GeneralSecurityException broken) {
                return Optional.empty();
            }
        }

        private static Cipher keyWrap(int mode, byte[] kek) throws GeneralSecurityException {
            var cipher = Cipher.getInstance("AESWrap");
            cipher.init(mode, new SecretKeySpec(kek, "AES"));
            return cipher;
        }
    },
    /**
     * Each block of the key by itself under triple DES, for partners who have nothing newer: whatever comes opens to
     * something, so that the check value alone tells.
     */
    TDES_ECB(KeyAlgorithm.TDES) {
        @Override
        byte[] wrap(byte[] kek, byte[] key) {
            return KeyAlgorithm.TDES.ecb(Cipher.ENCRYPT_MODE, kek, key);
        }

        @Override
        Optional<byte[]> unwrap(byte[] kek, byte[] wrapped) {
            return KeyAlgorithm.TDES.hasLength(wrapped.length)
                    ? Optional.of(KeyAlgorithm.TDES.ecb(Cipher.DECRYPT_MODE, kek, wrapped))
                    : Optional.empty();
        }
    };

    private final KeyAlgorithm algorithm;

    Wrapping(KeyAlgorithm algorithm) {
        this.algorithm = algorithm;
    }

    /** Of both keys. */
    public KeyAlgorithm algorithm() {
        return algorithm;
    }

    abstract byte[] wrap(byte[] kek, byte[] key);

    /** Empty where it surely is no key wrapped under this one. */
    abstract Optional<byte[]> unwrap(byte[] kek, byte[] wrapped);
}
