package org.homeline.signing;

/**
 * What Homeline does with keys. No key ever leaves an implementation, so that one can be a hardware module (PKCS#11).
 * Thread-safe.
 */
public interface Keys {
    /** What a keyed code is for; codes of two uses never agree. */
    enum Use {
        /** Checks a PIN. Its key is apart from the others: who loses it loses every PIN. */
        PIN,
        /** One-time codes. */
        CODE,
        /** Compares inputs that may hold a PIN or a code without keeping them. */
        STEP,
        /** Tells whether a request repeats an earlier one. */
        CONTENT,
        /** Recognises a bank account without keeping its number. */
        ACCOUNT
    }

    /** The keyed code (HMAC-SHA-256, 32 bytes) of the parts; each part's length counts, so that no two lists of parts agree. */
    byte[] code(Use use, byte[]... parts);

    /**
     * Encrypts and authenticates (AES-256-GCM with a fresh nonce).
     *
     * @param context what the text belongs to; {@link #open} must be given the same
     */
    byte[] seal(byte[] clear, byte[] context);

    /** @throws SealBrokenException where the bytes were changed, belong to another context or to another key */
    byte[] open(byte[] sealed, byte[] context);

    /** Signs with this node's key (Ed25519, RFC 8032). */
    byte[] sign(byte[] message);

    /** This node's public key (32 bytes, RFC 8032). */
    byte[] publicKey();

    /** A short name of {@link #publicKey}, kept with each signature. */
    String keyName();

    /** A value that is the same exactly where the keys are the same, and tells nothing about them. */
    byte[] fingerprint();

    /** Where the keys are, for {@code /health} and start-up: a software store says that it is one. */
    String description();
}
