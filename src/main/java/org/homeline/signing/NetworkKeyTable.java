package org.homeline.signing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of shared keys, each sealed. */
public final class NetworkKeyTable {
    private NetworkKeyTable() {}

    /**
     * Puts the key in place of any other of its name.
     *
     * @return false where somebody removed that one at the same moment, and nothing is written
     */
    public static boolean write(Connection connection, SealedKey sealed) throws SQLException {
        var key = sealed.key();
        try (var insert = connection.prepareStatement(
                        "insert into network_key"
                                + " (algorithm, sealed, check_value, since, name) values (?, ?, ?, ?, ?) on conflict do nothing");
                var update = connection.prepareStatement("update network_key"
                        + " set algorithm = ?, sealed = ?, check_value = ?, since = ? where name = ?")) {
            for (var statement : List.of(insert, update)) {
                statement.setString(1, key.algorithm().word());
                statement.setBytes(2, sealed.sealed());
                statement.setString(3, key.checkValue());
                statement.setObject(4, key.since().atOffset(ZoneOffset.UTC));
                statement.setString(5, key.name());
                if (statement.executeUpdate() == 1) {
                    return true;
                }
            }
            return false;
        }
    }

    /** @return false where there is no such key */
    public static boolean delete(Connection connection, String name) throws SQLException {
        try (var delete = connection.prepareStatement("delete from network_key where name = ?")) {
            delete.setString(1, name);
            return delete.executeUpdate() == 1;
        }
    }

    static Optional<SealedKey> find(Connection connection, String name) throws SQLException {
        return find(connection, name, "");
    }

    /** The same, and nobody else changes or locks it until this transaction ends. */
    static Optional<SealedKey> lock(Connection connection, String name) throws SQLException {
        return find(connection, name, " for update");
    }

    private static Optional<SealedKey> find(Connection connection, String name, String lock) throws SQLException {
        try (var select = connection.prepareStatement(
                "select name, algorithm, check_value, since, sealed from network_key where name = ?" + lock)) {
            select.setString(1, name);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(new SealedKey(key(row), row.getBytes(5))) : Optional.empty();
            }
        }
    }

    static List<NetworkKey> all(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                        "select name, algorithm, check_value, since from network_key order by name");
                var row = select.executeQuery()) {
            var keys = new ArrayList<NetworkKey>();
            while (row.next()) {
                keys.add(key(row));
            }
            return keys;
        }
    }

    private static NetworkKey key(ResultSet row) throws SQLException {
        var word = row.getString(2);
        return new NetworkKey(
                row.getString(1),
                KeyAlgorithm.find(word)
                        .orElseThrow(() -> new IllegalStateException("network_key has the algorithm " + word)),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }
}
