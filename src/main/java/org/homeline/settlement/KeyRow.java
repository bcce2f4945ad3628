package org.homeline.settlement;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.homeline.ledger.Row;
import org.homeline.ledger.RowWriter;
import org.homeline.ledger.StaleRowException;
import org.homeline.signing.NetworkKeyTable;
import org.homeline.signing.SealedKey;

/**
 * A change of a key that is shared with a partner, committed with the operator's journal. Every node, this one too, goes on
 * using a key that it has in memory for the few seconds that {@link org.homeline.signing.NetworkKeys} allows.
 */
sealed interface KeyRow extends Row {
    /** A key to be put in place of any other of its name. */
    record Put(SealedKey key) implements KeyRow {}

    /** A key to be taken away. */
    record Removed(String name) implements KeyRow {}

    /** Decided again where somebody removed what this replaces. */
    @Singleton
    final class PutWriter implements RowWriter<Put> {
        @Override
        public Class<Put> rows() {
            return Put.class;
        }

        @Override
        public void write(Connection connection, List<Put> rows) throws SQLException {
            for (var row : rows) {
                unlessStale(NetworkKeyTable.write(connection, row.key()));
            }
        }
    }

    /** Decided again where it is gone. */
    @Singleton
    final class RemovedWriter implements RowWriter<Removed> {
        @Override
        public Class<Removed> rows() {
            return Removed.class;
        }

        @Override
        public void write(Connection connection, List<Removed> rows) throws SQLException {
            for (var row : rows) {
                unlessStale(NetworkKeyTable.delete(connection, row.name()));
            }
        }
    }

    private static void unlessStale(boolean written) {
        if (!written) {
            throw new StaleRowException("the key");
        }
    }
}
