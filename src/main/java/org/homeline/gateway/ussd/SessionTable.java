package org.homeline.gateway.ussd;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.homeline.database.Transactions;
import org.homeline.database.Vendor;
import org.homeline.phone.PhoneNumber;

/**
 * The table of USSD sessions: one statement a call, each its own transaction, none waiting for the disk. Nothing here is
 * money, and a session that a loss of power takes back is dialled again.
 */
@Singleton
final class SessionTable {
    /**
     * A session as it stands.
     *
     * @param version changes with every step, so that of two nodes one alone takes it
     * @param state sealed
     */
    record Row(
            PhoneNumber phone,
            String sessionId,
            int version,
            Handled handled,
            byte[] state,
            boolean resumable,
            Instant expires) {}

    private static final String COLUMNS = "version, handled_length, handled, state, resumable, expires";
    private static final String FIND =
            "select session_id, " + COLUMNS + " from ussd_session where phone = ? and session_id = ? and expires > ?";
    private static final String LATEST = "select session_id, " + COLUMNS
            + " from ussd_session where phone = ? and resumable and expires > ? order by expires desc limit 1";
    private static final String UPDATE =
            "update ussd_session set version = ?, handled_length = ?, handled = ?, state = ?,"
                    + " resumable = ?, expires = ? where phone = ? and session_id = ? and version = ?";
    /** Puts off the flush for this one transaction, in the statement itself: another would be another round trip. */
    private static final String UNFLUSHED = "(select set_config('synchronous_commit', 'off', true)) is not null";

    private final Transactions transactions;
    private final String insert;
    private final String update;

    SessionTable(Transactions transactions, Vendor vendor) {
        this.transactions = transactions;
        var into = "insert into ussd_session (" + COLUMNS + ", phone, session_id) ";
        var marks = "?, ?, ?, ?, ?, ?, ?, ?";
        switch (vendor) {
            case H2 -> {
                insert = into + "values (" + marks + ") on conflict do nothing";
                update = UPDATE;
            }
            case POSTGRESQL -> {
                insert = into + "select " + marks + " where " + UNFLUSHED + " on conflict do nothing";
                update = UPDATE + " and " + UNFLUSHED;
            }
            default -> throw new IllegalStateException("no statements for " + vendor);
        }
    }

    Optional<Row> find(PhoneNumber phone, String sessionId, Instant now) {
        return transactions.read(connection -> {
            try (var statement = connection.prepareStatement(FIND)) {
                statement.setString(1, phone.e164());
                statement.setString(2, sessionId);
                statement.setObject(3, at(now));
                return row(phone, statement);
            }
        });
    }

    /** The session that the phone was last in the middle of. */
    Optional<Row> latestResumable(PhoneNumber phone, Instant now) {
        return transactions.read(connection -> {
            try (var statement = connection.prepareStatement(LATEST)) {
                statement.setString(1, phone.e164());
                statement.setObject(2, at(now));
                return row(phone, statement);
            }
        });
    }

    /** Whether it is new. */
    boolean insert(Row row) {
        return transactions.statement(connection -> {
            try (var statement = filled(connection, insert, row)) {
                return statement.executeUpdate() == 1;
            }
        });
    }

    /** Whether the session still was at the version before the row's. */
    boolean update(Row row) {
        return transactions.statement(connection -> {
            try (var statement = filled(connection, update, row)) {
                statement.setInt(9, row.version() - 1);
                return statement.executeUpdate() == 1;
            }
        });
    }

    private static PreparedStatement filled(Connection connection, String sql, Row row) throws SQLException {
        var statement = connection.prepareStatement(sql);
        statement.setInt(1, row.version());
        statement.setInt(2, row.handled().length());
        statement.setBytes(3, row.handled().code());
        statement.setBytes(4, row.state());
        statement.setBoolean(5, row.resumable());
        statement.setObject(6, at(row.expires()));
        statement.setString(7, row.phone().e164());
        statement.setString(8, row.sessionId());
        return statement;
    }

    private static Optional<Row> row(PhoneNumber phone, PreparedStatement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery()) {
            return found.next()
                    ? Optional.of(new Row(
                            phone,
                            found.getString(1),
                            found.getInt(2),
                            new Handled(found.getInt(3), found.getBytes(4)),
                            found.getBytes(5),
                            found.getBoolean(6),
                            found.getObject(7, OffsetDateTime.class).toInstant()))
                    : Optional.empty();
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
