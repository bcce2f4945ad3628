package org.homeline.ledger;

import jakarta.inject.Singleton;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.homeline.ledger.Transfer.Stored;
import org.homeline.signing.Digest;
import org.jspecify.annotations.Nullable;

/** That what was committed to is what the tables say: two streams, journals and transfers, side by side. */
@Singleton
final class CommitmentCheck implements Check {
    private static final int ROWS_AT_ONCE = 1_000;

    @Override
    public String name() {
        return "commitments";
    }

    @Override
    public String proves() {
        return "Every journal's canonical bytes say what its rows say, and its commitment is of these bytes; where they"
                + " were erased, it still has one.";
    }

    @Override
    public Finding run(Connection connection) throws SQLException {
        var tally = new Finding.Tally();
        try (var journals = connection.prepareStatement("select id, idempotency_key, operation, actor, at, canonical,"
                        + " salt, commitment from journal order by id");
                var transfers = connection.prepareStatement(
                        "select " + TransferTable.COLUMNS + ", journal from transfer order by journal, place")) {
            journals.setFetchSize(ROWS_AT_ONCE);
            transfers.setFetchSize(ROWS_AT_ONCE);
            try (var journal = journals.executeQuery();
                    var transfer = new Transfers(transfers.executeQuery())) {
                while (journal.next()) {
                    tally.count(1);
                    var wrong = wrong(journal, transfer);
                    if (wrong != null) {
                        tally.broken("journal %s: %s".formatted(journal.getString(1), wrong));
                    }
                }
            }
        }
        return tally.finding();
    }

    private static @Nullable String wrong(ResultSet journal, Transfers transfers) throws SQLException {
        try {
            return wrong(journal, transfers.of(journal.getObject(1, UUID.class)));
        } catch (IllegalStateException unknown) {
            return unknown.getMessage();
        }
    }

    private static @Nullable String wrong(ResultSet journal, List<Stored> transfers) throws SQLException {
        byte @Nullable [] canonical = journal.getBytes(6);
        byte @Nullable [] salt = journal.getBytes(7);
        var commitment = journal.getBytes(8);
        if (canonical == null || salt == null) {
            return commitment.length == Digest.BYTES ? null : "its commitment has not %d bytes".formatted(Digest.BYTES);
        }
        if (!MessageDigest.isEqual(Digest.sha256(salt, canonical), commitment)) {
            return "its commitment is not of its canonical bytes";
        }
        var head = Journal.canonicalHead(
                        journal.getObject(1, UUID.class),
                        journal.getString(2),
                        journal.getString(3),
                        journal.getString(4),
                        journal.getObject(5, OffsetDateTime.class).toInstant(),
                        transfers)
                .bytes();
        boolean agrees = canonical.length > head.length
                && Arrays.equals(head, 0, head.length, canonical, 0, head.length)
                && endsWithFacts(ByteBuffer.wrap(canonical, head.length, canonical.length - head.length));
        return agrees
                ? null
                : "its canonical bytes do not say what its rows and its %d transfers say".formatted(transfers.size());
    }

    /** Whether the rest is a list of pairs of texts and nothing more. */
    private static boolean endsWithFacts(ByteBuffer rest) {
        try {
            for (long texts = 2L * rest.getInt(); texts > 0; texts--) {
                int length = rest.getInt();
                if (length < 0 || length > rest.remaining()) {
                    return false;
                }
                rest.position(rest.position() + length);
            }
            return !rest.hasRemaining();
        } catch (BufferUnderflowException tooShort) {
            return false;
        }
    }

    /** All transfers in the order of their journals' ids; those of no journal are passed over. */
    private static final class Transfers implements AutoCloseable {
        private final ResultSet row;
        private boolean isThere;

        Transfers(ResultSet row) throws SQLException {
            this.row = row;
            this.isThere = row.next();
        }

        /**
         * Ask for journals in ascending order.
         *
         * @throws IllegalStateException where a transfer has a kind or code that nobody knows
         */
        List<Stored> of(UUID journal) throws SQLException {
            var found = new ArrayList<Stored>();
            while (isThere && compare(row.getObject(10, UUID.class), journal) <= 0) {
                if (row.getObject(10, UUID.class).equals(journal)) {
                    found.add(TransferTable.stored(row));
                }
                isThere = row.next();
            }
            return found;
        }

        /** As databases order them, which is not as {@link UUID#compareTo} does. */
        private static int compare(UUID one, UUID other) {
            int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
            return high != 0
                    ? high
                    : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
        }

        @Override
        public void close() throws SQLException {
            row.close();
        }
    }
}
