package org.homeline.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Optional;
import org.homeline.transparency.BatchSignature;

/** The table of journals: {@link Books} writes one row each, and finds what an earlier one with the same key answered. */
final class JournalTable {
    Optional<Commit.Repeated> find(Connection connection, String key, byte[] content) throws SQLException {
        try (var select =
                connection.prepareStatement("select content, outcome from journal where idempotency_key = ?")) {
            select.setString(1, key);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Commit.Repeated(
                                java.security.MessageDigest.isEqual(row.getBytes(1), content), row.getBytes(2)))
                        : Optional.empty();
            }
        }
    }

    void write(
            Connection connection,
            Journal journal,
            byte[] canonical,
            byte[] salt,
            byte[] commitment,
            BatchSignature signature)
            throws SQLException {
        try (var insert = connection.prepareStatement("insert into journal (id, idempotency_key, content, operation,"
                + " actor, at, outcome, canonical, salt, commitment, batch_index, batch_size, batch_path, key_name,"
                + " signature) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")) {
            insert.setObject(1, journal.id());
            insert.setString(2, journal.key());
            insert.setBytes(3, journal.content());
            insert.setString(4, journal.operation());
            insert.setString(5, journal.actor());
            insert.setObject(6, journal.at().atOffset(ZoneOffset.UTC));
            insert.setBytes(7, journal.outcome());
            insert.setBytes(8, canonical);
            insert.setBytes(9, salt);
            insert.setBytes(10, commitment);
            insert.setInt(11, signature.index());
            insert.setInt(12, signature.size());
            insert.setBytes(13, signature.path());
            insert.setString(14, signature.keyName());
            insert.setBytes(15, signature.signature());
            insert.executeUpdate();
        }
    }
}
