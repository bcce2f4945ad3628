package org.homeline.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeline.ledger.Ledger.Held;
import org.homeline.ledger.Transfer.Kind;
import org.homeline.ledger.Transfer.Stored;
import org.jspecify.annotations.Nullable;

/** The table of transfers; each statement takes a set of rows at once. */
final class TransferTable {
    static final String COLUMNS = "id, kind, debit_id, credit_id, amount, currency, code, pending_id, expires";

    private static final String HELD =
            "select " + COLUMNS + ", (select j.at from journal j where j.id = transfer.journal) from transfer where ";

    /** Loads transfers whose ids the journal uses and pending ones that it ends; answers with the latter. */
    List<Stored> load(Connection connection, List<Transfer> transfers, Ledger ledger) throws SQLException {
        var pendings = new ArrayList<Stored>();
        if (transfers.isEmpty()) {
            return pendings;
        }
        var ids = transfers.stream()
                .flatMap(transfer -> Stream.of(transfer.id(), transfer.pendingId()))
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toArray();
        for (var held : read(connection, HELD + "id = any(?)", ids)) {
            ledger.load(held);
            if (held.transfer().kind() == Kind.PENDING) {
                pendings.add(held.transfer());
            }
        }
        return pendings;
    }

    /** Read only once the accounts are locked: two journals that would end the same transfer wait for each other there. */
    void loadEndings(Connection connection, List<Stored> pendings, Ledger ledger) throws SQLException {
        if (!pendings.isEmpty()) {
            read(
                            connection,
                            HELD + "pending_id = any(?)",
                            pendings.stream().map(Stored::id).toArray())
                    .forEach(ledger::load);
        }
    }

    long amount(Connection connection, UUID transfer) throws SQLException {
        try (var select = connection.prepareStatement("select amount from transfer where id = ?")) {
            select.setObject(1, transfer);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("there is no transfer " + transfer);
                }
                return row.getLong(1);
            }
        }
    }

    void write(Connection connection, UUID journal, List<Stored> transfers) throws SQLException {
        if (transfers.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(
                "insert into transfer (" + COLUMNS + ", journal, place) values (?,?,?,?,?,?,?,?,?,?,?)")) {
            for (int place = 0; place < transfers.size(); place++) {
                var transfer = transfers.get(place);
                insert.setObject(1, transfer.id());
                insert.setInt(2, transfer.kind().number());
                insert.setObject(3, transfer.debitId());
                insert.setObject(4, transfer.creditId());
                insert.setLong(5, transfer.amount());
                insert.setString(6, transfer.currency());
                insert.setInt(7, transfer.code().number());
                insert.setObject(8, transfer.pendingId());
                setInstant(insert, 9, transfer.expires());
                insert.setObject(10, journal);
                insert.setInt(11, place);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static List<Held> read(Connection connection, String sql, Object[] ids) throws SQLException {
        var found = new ArrayList<Held>();
        try (var select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("uuid", ids));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Held(
                            stored(row), row.getObject(10, OffsetDateTime.class).toInstant()));
                }
            }
        }
        return found;
    }

    /** The transfer at a row of {@link #COLUMNS}. */
    static Stored stored(ResultSet row) throws SQLException {
        var expires = row.getObject(9, OffsetDateTime.class);
        return new Stored(
                row.getObject(1, UUID.class),
                Kind.of(row.getInt(2)),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getLong(5),
                row.getString(6),
                TransferCode.of(row.getInt(7)),
                row.getObject(8, UUID.class),
                expires == null ? null : expires.toInstant());
    }

    private static void setInstant(PreparedStatement statement, int index, @Nullable Instant instant)
            throws SQLException {
        if (instant == null) {
            statement.setNull(index, Types.TIMESTAMP_WITH_TIMEZONE);
        } else {
            statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
        }
    }
}
