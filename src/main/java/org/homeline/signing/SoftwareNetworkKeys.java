package org.homeline.signing;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    private static final String WRAPPING = "the wrapping takes";
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
    public List<WrappedKey> freshWorking(List<String> names, String kek, Wrapping wrapping) {
        var wrapped = durability.durably(() -> transactions.write(connection -> {
            // One at a time for a key-encrypting key, so that who asks at the same moment finds what is made here.
            var locked = NetworkKeyTable.lock(connection, kek).orElseThrow(() -> new UnknownKeyException(kek));
            fit(locked.key(), wrapping.algorithm(), WRAPPING);
            var before = made(connection, names, locked.key());
            var over = open(locked);
            try {
                return before.isEmpty()
                        ? make(connection, names, over, wrapping)
                        : before.stream()
                                .map(row -> wrapped(over, open(row), wrapping))
                                .toList();
            } finally {
                Arrays.fill(over, (byte) 0);
            }
        }));
        names.forEach(this::refresh);
        return wrapped;
    }

    /** What an earlier call made; empty unless all of it is there and can be given out. */
    private static List<SealedKey> made(Connection connection, List<String> names, NetworkKey kek) throws SQLException {
        var rows = new ArrayList<SealedKey>();
        for (var name : names) {
            NetworkKeyTable.find(connection, name)
                    .filter(row -> row.key().algorithm() == kek.algorithm())
                    .filter(row -> !row.key().since().isBefore(kek.since()))
                    .ifPresent(rows::add);
        }
        return rows.size() == names.size() ? rows : List.of();
    }

    private List<WrappedKey> make(Connection connection, List<String> names, byte[] over, Wrapping wrapping)
            throws SQLException {
        var algorithm = wrapping.algorithm();
        var made = new ArrayList<WrappedKey>();
        for (var name : names) {
            var key = new byte[algorithm == KeyAlgorithm.TDES ? TDES_BYTES : over.length];
            random.nextBytes(key);
            algorithm.adjust(key);
            made.add(wrapped(over, key.clone(), wrapping));
            put(connection, sealed(name, algorithm, key));
        }
        return made;
    }

    /** Wipes the key in clear. */
    private static WrappedKey wrapped(byte[] over, byte[] clear, Wrapping wrapping) {
        var wrapped =
                new WrappedKey(wrapping.wrap(over, clear), wrapping.algorithm().checkValue(clear));
        Arrays.fill(clear, (byte) 0);
        return wrapped;
    }

    @Override
    public boolean rename(Map<String, String> names) {
        // Always in the same order, so that two at once do not wait for each other.
        var ordered = new TreeMap<>(names);
        boolean renamed = durability.durably(() -> transactions.<Boolean>write(connection -> {
            var rows = new ArrayList<SealedKey>();
            for (var name : ordered.keySet()) {
                NetworkKeyTable.lock(connection, name).ifPresent(rows::add);
            }
            if (rows.size() < ordered.size()) {
                return false;
            }
            for (var row : rows) {
                var name = row.key().name();
                put(
                        connection,
                        sealed(ordered.getOrDefault(name, name), row.key().algorithm(), open(row)));
                NetworkKeyTable.delete(connection, name);
            }
            return true;
        }));
        ordered.forEach((before, after) -> {
            refresh(before);
            refresh(after);
        });
        return renamed;
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
        return use(kek, wrapping.algorithm(), WRAPPING).clear();
    }

    private Held use(String name, KeyAlgorithm wanted, String why) {
        var used = use(name);
        fit(used.row().key(), wanted, why);
        return used;
    }

    private static void fit(NetworkKey key, KeyAlgorithm wanted, String why) {
        if (key.algorithm() != wanted) {
            throw new UnfitKeyException(key.name(), key.algorithm(), why + " one of " + wanted.word());
        }
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
        return before != null && Arrays.equals(row.sealed(), before.row().sealed()) ? before.clear() : open(row);
    }

    private byte[] open(SealedKey row) {
        return keys.open(row.sealed(), context(row.key()));
    }

    private void write(SealedKey sealed) {
        durability.durably(() -> transactions.<Boolean>write(connection -> put(connection, sealed)));
        refresh(sealed.key().name());
    }

    private static boolean put(Connection connection, SealedKey sealed) throws SQLException {
        for (int tries = 1; tries <= TRIES; tries++) {
            if (NetworkKeyTable.write(connection, sealed)) {
                return true;
            }
        }
        throw new IllegalStateException("the key '" + sealed.key().name() + "' is removed as often as it is written");
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
