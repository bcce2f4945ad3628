package org.homeline.ledger;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeline.transparency.BatchSignature;

/** That every journal's commitment is signed. Verifying takes most of an audit's time, so all cores share it. */
@Singleton
final class SignatureCheck implements Check {
    /** Rows in memory at a time: enough to keep the cores busy. */
    private static final int ROWS_AT_ONCE = 2_000;

    /** One journal's row. */
    private record Signed(String journal, byte[] commitment, BatchSignature signature) {
        boolean verifies(Map<String, byte[]> keys) {
            var key = keys.get(signature.keyName());
            return key != null && signature.verify(key, commitment);
        }

        String wrong(Map<String, byte[]> keys) {
            return keys.containsKey(signature.keyName())
                    ? "journal %s: its signature is not of its commitment".formatted(journal)
                    : "journal %s: its key %s is not known".formatted(journal, signature.keyName());
        }
    }

    @Override
    public String name() {
        return "signatures";
    }

    @Override
    public String proves() {
        return "Every journal's commitment is in a batch that a known key of the operator has signed.";
    }

    @Override
    public Finding run(Connection connection) throws SQLException {
        var tally = new Finding.Tally();
        var keys = SigningKeys.read(connection);
        try (var select = connection.prepareStatement(
                "select id, commitment, batch_index, batch_size, batch_path," + " key_name, signature from journal")) {
            select.setFetchSize(ROWS_AT_ONCE);
            try (var row = select.executeQuery()) {
                var rows = new ArrayList<Signed>();
                while (row.next()) {
                    rows.add(new Signed(
                            row.getString(1),
                            row.getBytes(2),
                            new BatchSignature(
                                    row.getInt(3), row.getInt(4), row.getBytes(5), row.getString(6), row.getBytes(7))));
                    if (rows.size() == ROWS_AT_ONCE) {
                        verify(rows, keys, tally);
                    }
                }
                verify(rows, keys, tally);
            }
        }
        return tally.finding();
    }

    private static void verify(List<Signed> rows, Map<String, byte[]> keys, Finding.Tally tally) {
        tally.count(rows.size());
        rows.parallelStream()
                .filter(row -> !row.verifies(keys))
                .map(row -> row.wrong(keys))
                .toList()
                .forEach(tally::broken);
        rows.clear();
    }
}
