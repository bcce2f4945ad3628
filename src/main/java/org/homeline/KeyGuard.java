package org.homeline;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.homeline.database.Transactions;
import org.homeline.signing.KeyStoreFile;
import org.homeline.signing.Keys;

/**
 * Keeps data and keys together: the database remembers the keys that it was first opened with. Under other keys no PIN
 * would be right, no sealed answer readable and no signature its own, so other keys are not let in.
 */
@Singleton
final class KeyGuard {
    private static final int SHOWN_BYTES = 6;

    private final Transactions transactions;
    private final Clock clock;

    KeyGuard(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Opens the keys; makes them only where there is nothing yet that could belong to others.
     *
     * @throws CannotStartException where the data belongs to other keys, or to keys that are missing
     */
    Keys open(KeyStoreFile file) {
        var belongsTo = fingerprint();
        if (!file.exists() && (belongsTo.isPresent() || hasJournals())) {
            throw new CannotStartException("there is data but its key store is missing: " + file.path()
                    + " is not there. Put it back, or restore a backup into an empty folder."
                    + " No new keys were made: under them no PIN would be right.");
        }
        var keys = file.open();
        if (belongsTo.isEmpty()) {
            remember(keys.fingerprint());
            belongsTo = fingerprint();
        }
        var expected = belongsTo.orElseThrow();
        if (!java.security.MessageDigest.isEqual(expected, keys.fingerprint())) {
            throw new CannotStartException(
                    "this data belongs to other keys: the database knows %s, the key store %s is %s. Put back its own key store, or restore a backup into an empty folder."
                            .formatted(shown(expected), file.path(), shown(keys.fingerprint())));
        }
        return keys;
    }

    private Optional<byte[]> fingerprint() {
        return transactions.read(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select fingerprint from key_check")) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        });
    }

    private boolean hasJournals() {
        return transactions.read(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select id from journal fetch first 1 rows only")) {
                return row.next();
            }
        });
    }

    /** Of nodes that start together on an empty database, one is first. */
    private void remember(byte[] fingerprint) {
        transactions.write(connection -> {
            try (var insert = connection.prepareStatement(
                    "insert into key_check (id, fingerprint, since) values (1, ?, ?) on conflict do nothing")) {
                insert.setBytes(1, fingerprint);
                insert.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
                return insert.executeUpdate();
            }
        });
    }

    private static String shown(byte[] fingerprint) {
        return HexFormat.of().formatHex(fingerprint, 0, SHOWN_BYTES);
    }
}
