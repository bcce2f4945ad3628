package org.homeline.signing;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.homeline.database.Durability;
import org.homeline.database.Transactions;
import org.jspecify.annotations.Nullable;

/** Shared keys in the database, sealed by the key store; those in use are in this process's memory. */
@Singleton
final class SoftwareNetworkKeys implements NetworkKeys {
    /** For how long a key is used as it was read. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private static final int TDES_BYTES = 16;
    private static final int TRIES = 3;

    private final Keys keys;
    private final Transactions transactions;
    private final Durability durability;
    private final Clock clock;
    private final RandomGenerator random;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    /**
     * A key in memory.
     *
     * @param row as it was read: each write seals anew, so that the same sealed bytes are the same key
     */
    private record Held(SealedKey row, byte[] clear, Instant readAt) {
        KeyAlgorithm algorithm() {
            return row.key().algorithm();
        }

        boolean isFresh(Instant now) {
            return !now.isBefore(readAt) && now.isBefore(readAt.plus(FRESH));
        }
    }

    SoftwareNetworkKeys(
            Keys keys, Transactions transactions, Durability durability, Clock clock, RandomGenerator random) {
        this.keys = keys;
        this.transactions = transactions;
        this.durability = durability;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public byte[] code(String key, MessageCode algorithm, byte[] message) {
        return algorithm.compute(
                use(key, algorithm.algorithm(), "the message code takes").clear(), message);
    }

    @Override
    public boolean verify(String key, MessageCode algorithm, byte[] message, byte[] code) {
        return MessageDigest.isEqual(code(key, algorithm, message), code);
    }

    @Override
    public Optional<byte[]> openPin(String key, PinBlock format, byte[] block, String pan) {
        return format.open(use(key, format.algorithm(), "the PIN block takes").clear(), block, pan);
    }

    @Override
    public SealedKey seal(String name, KeyAlgorithm algorithm, KeyComponents components) {
        components.objection(algorithm).ifPresent(objection -> {
            throw new IllegalArgumentException("the components of '" + name + "' make no key: " + objection);
        });
        return sealed(name, algorithm, components.combined());
    }

    @Override
    public void importWorking(String name, String kek, Wrapping wrapping, byte[] wrapped, byte[] checkValue) {
        var algorithm = wrapping.algorithm();
        var key = wrapping.unwrap(kek(kek, wrapping), wrapped)
                .filter(algorithm::fits)
                .orElseThrow(() -> KeyNotTakenException.broken(name, kek));
        if (!MessageDigest.isEqual(algorithm.checkValue(key), checkValue)) {
            throw KeyNotTakenException.otherCheckValue(name, kek);
        }
        write(sealed(name, algorithm, key));
    }

    @Override
    public WrappedKey freshWorking(String name, String kek, Wrapping wrapping) {
        var algorithm = wrapping.algorithm();
        var over = kek(kek, wrapping);
        var key = new byte[algorithm == KeyAlgorithm.TDES ? TDES_BYTES : over.length];
        random.nextBytes(key);
        algorithm.adjust(key);
        var wrapped = new WrappedKey(wrapping.wrap(over, key), algorithm.checkValue(key));
        write(sealed(name, algorithm, key));
        return wrapped;
    }

    @Override
    public Optional<String> checkValue(String name) {
        return transactions
                .read(connection -> NetworkKeyTable.find(connection, name))
                .map(found -> found.key().checkValue());
    }

    @Override
    public List<NetworkKey> list() {
        return transactions.read(NetworkKeyTable::all);
    }

    @Override
    public void refresh(String name) {
        held.compute(name, (same, before) -> read(name, before));
    }

    @Override
    public String description() {
        return "software keys in the database, sealed by the " + keys.description()
                + " (PCI PIN asks for a hardware module)";
    }

    private byte[] kek(String kek, Wrapping wrapping) {
        return use(kek, wrapping.algorithm(), "the wrapping takes").clear();
    }

    private Held use(String name, KeyAlgorithm wanted, String why) {
        var used = use(name);
        if (used.algorithm() != wanted) {
            throw new UnfitKeyException(name, used.algorithm(), why + " one of " + wanted.word());
        }
        return used;
    }

    private Held use(String name) {
        var now = clock.instant();
        var known = held.get(name);
        if (known != null && known.isFresh(now)) {
            return known;
        }
        // One at a time for a name: else a slow reader could put back what a change has just replaced.
        var read = held.compute(
                name, (same, before) -> before != null && before.isFresh(now) ? before : read(name, before));
        if (read == null) {
            throw new UnknownKeyException(name);
        }
        return read;
    }

    private @Nullable Held read(String name, @Nullable Held before) {
        var now = clock.instant();
        return transactions
                .read(connection -> NetworkKeyTable.find(connection, name))
                .map(row -> new Held(row, clear(row, before), now))
                .orElse(null);
    }

    /** Opened only where it is another than before. */
    private byte[] clear(SealedKey row, @Nullable Held before) {
        return before != null && Arrays.equals(row.sealed(), before.row().sealed())
                ? before.clear()
                : keys.open(row.sealed(), context(row.key()));
    }

    private void write(SealedKey sealed) {
        var name = sealed.key().name();
        for (int tries = 1; tries <= TRIES; tries++) {
            if (durability.durably(() -> transactions.write(connection -> NetworkKeyTable.write(connection, sealed)))) {
                refresh(name);
                return;
            }
        }
        throw new IllegalStateException("the key '" + name + "' is removed as often as it is written");
    }

    /** Wipes the key in clear. */
    private SealedKey sealed(String name, KeyAlgorithm algorithm, byte[] clear) {
        var since = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var key = new NetworkKey(name, algorithm, algorithm.shownCheckValue(clear), since);
        var sealed = keys.seal(clear, context(key));
        Arrays.fill(clear, (byte) 0);
        return new SealedKey(key, sealed);
    }

    /** So that a row can't be given another name, nor be taken for a key of another algorithm. */
    private static byte[] context(NetworkKey key) {
        return ("network key " + key.name() + " " + key.algorithm().word()).getBytes(StandardCharsets.UTF_8);
    }
}
