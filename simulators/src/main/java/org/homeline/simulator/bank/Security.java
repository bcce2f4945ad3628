package org.homeline.simulator.bank;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOPackager;

/** The bank's keys with Homeline: codes on messages, and new keys for them. Thread-safe. */
final class Security {
    static final int SHORT_PLACE = 64;
    static final int LONG_PLACE = 128;

    private final Wire wire;
    private final ISOPackager packager;
    private final KeyScheme scheme;
    private final Optional<byte[]> encryptingKey;
    private final RandomGenerator random;
    private Optional<byte[]> key;
    /** Until something comes under the new one: what was on its way when the key changed is no forgery. */
    private Optional<byte[]> formerKey = Optional.empty();

    private Optional<byte[]> agreedKey = Optional.empty();

    Security(Wire wire, BankKeys keys, RandomGenerator random) {
        this.wire = wire;
        this.packager = wire.packager();
        this.scheme = keys.scheme();
        this.encryptingKey = keys.encryptingKey();
        this.key = keys.codeKey();
        this.random = random;
    }

    /** Whether messages about money must have a code. */
    synchronized boolean isOn() {
        return key.isPresent();
    }

    static boolean hasCode(ISOMsg message) {
        return message.hasField(SHORT_PLACE) || message.hasField(LONG_PLACE);
    }

    /** Whether the code stands at the end, at its right place, and covers all that stands before it. */
    synchronized boolean isAuthentic(Received message) {
        int place = message.hasField(LONG_PLACE) ? LONG_PLACE : SHORT_PLACE;
        var given = message.getBytes(place);
        var image = message.image();
        int before = image.length - wire.codeBytes();
        if (given == null || before <= 0 || message.getMaxField() != place) {
            return false;
        }
        var covered = Arrays.copyOf(image, before);
        if (key.filter(now -> isUnder(now, covered, given)).isPresent()) {
            formerKey = Optional.empty();
            return true;
        }
        return formerKey.filter(then -> isUnder(then, covered, given)).isPresent();
    }

    private boolean isUnder(byte[] candidate, byte[] covered, byte[] given) {
        return MessageDigest.isEqual(scheme.shortCode(candidate, covered), given);
    }

    /** Puts a code at the end of a message; without a key there is none. */
    synchronized void seal(ISOMsg message) {
        if (key.isEmpty()) {
            return;
        }
        try {
            int place = message.getMaxField() > SHORT_PLACE ? LONG_PLACE : SHORT_PLACE;
            message.set(place, new byte[8]);
            message.setPackager(packager);
            var packed = message.pack();
            var covered = Arrays.copyOf(packed, packed.length - wire.codeBytes());
            message.set(place, scheme.shortCode(key.get(), covered));
        } catch (ISOException unpackable) {
            throw new IllegalStateException(unpackable);
        }
    }

    /**
     * A new key for codes, under the key for keys, a stroke and its check value; {@link #adopt} begins its use.
     *
     * @return empty where the bank has no key for keys
     */
    synchronized Optional<String> exchange() {
        return encryptingKey.map(under -> {
            var fresh = new byte[KeyScheme.KEY_BYTES];
            random.nextBytes(fresh);
            agreedKey = Optional.of(fresh);
            var hex = HexFormat.of().withUpperCase();
            return hex.formatHex(scheme.wrap(under, fresh)) + "/" + hex.formatHex(scheme.checkValue(fresh));
        });
    }

    /** The answer with the new key, which is still under the old one, is made: what follows it is under the new. */
    synchronized void adopt() {
        if (agreedKey.isPresent()) {
            formerKey = key;
            key = agreedKey;
            agreedKey = Optional.empty();
        }
    }
}
