package org.homeline.signing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/** Keys in this process's memory. */
final class SoftwareKeys implements Keys {
    private static final String SIGNING = "signing";
    private static final String PIN = "pin";
    private static final String GENERAL = "general";
    static final List<String> NAMES = List.of(SIGNING, PIN, GENERAL);

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** Never used themselves: cloning one that has its key is cheaper than finding and keying one anew at each call. */
    private final Map<Use, Mac> codes = new EnumMap<>(Use.class);

    private final SecretKeySpec sealing;
    private final Ed25519PrivateKeyParameters signing;
    private final byte[] publicKey;
    private final byte[] fingerprint;
    private final Path path;
    private final SecureRandom random = new SecureRandom();

    /** Found once: to ask every provider at each call takes longer than to encrypt. */
    private final Provider cipherProvider;

    SoftwareKeys(Map<String, byte[]> keys, Path path) {
        this.path = path;
        for (var use : Use.values()) {
            var key = use == Use.PIN ? key(keys, PIN) : derived(key(keys, GENERAL), use.name());
            codes.put(use, hmac(hmacKey(key)));
        }
        this.cipherProvider = aesProvider();
        this.sealing = new SecretKeySpec(derived(key(keys, GENERAL), "SEAL"), "AES");
        this.signing = new Ed25519PrivateKeyParameters(key(keys, SIGNING), 0);
        this.publicKey = Ed25519.publicKey(signing);
        this.fingerprint =
                Digest.sha256(publicKey, code(Use.PIN, bytes("fingerprint")), code(Use.CODE, bytes("fingerprint")));
    }

    @Override
    public byte[] code(Use use, byte[]... parts) {
        var mac = clone(java.util.Objects.requireNonNull(codes.get(use)));
        for (var part : parts) {
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
            mac.update(part);
        }
        return mac.doFinal();
    }

    @Override
    public byte[] seal(byte[] clear, byte[] context) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(clear);
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public byte[] open(byte[] sealed, byte[] context) {
        try {
            var nonce = java.util.Arrays.copyOf(sealed, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, nonce, context)
                    .doFinal(sealed, NONCE_BYTES, Math.max(0, sealed.length - NONCE_BYTES));
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw new SealBrokenException(broken);
        }
    }

    @Override
    public byte[] sign(byte[] message) {
        return Ed25519.sign(signing, message);
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    @Override
    public String keyName() {
        return HexFormat.of().formatHex(Digest.sha256(publicKey), 0, 8);
    }

    @Override
    public byte[] fingerprint() {
        return fingerprint.clone();
    }

    @Override
    public String description() {
        return "software keys in " + path.getFileName();
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] context) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding", cipherProvider);
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context);
        return cipher;
    }

    private static Provider aesProvider() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding").getProvider();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has AES/GCM", impossible);
        }
    }

    private static byte[] key(Map<String, byte[]> keys, String name) {
        return java.util.Objects.requireNonNull(keys.get(name));
    }

    private static SecretKeySpec hmacKey(byte[] key) {
        return new SecretKeySpec(key, "HmacSHA256");
    }

    private static byte[] derived(byte[] key, String use) {
        return hmac(hmacKey(key)).doFinal(bytes("homeline key " + use));
    }

    private static Mac hmac(java.security.Key key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }

    private static Mac clone(Mac keyed) {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the JDK's HmacSHA256 can be cloned", impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
