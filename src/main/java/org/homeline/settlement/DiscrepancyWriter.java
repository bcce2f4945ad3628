package org.homeline.settlement;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import org.homeline.ledger.RowWriter;
import org.homeline.ledger.StaleRowException;

/** A discrepancy of version 0 is new; any other changes the row of that version. */
@Singleton
final class DiscrepancyWriter implements RowWriter<Discrepancy> {
    /** Somebody else may have found the same meanwhile. */
    private static final String INSERT = "insert into settlement_exception (id, partner, business_day, currency, kind,"
            + " instruction, line, rrn, ours, theirs, gap_minor, proposal, state, made, correction, reason,"
            + " proposed_by, moves_minor, follows, version) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,1)"
            + " on conflict do nothing";

    private static final String UPDATE =
            "update settlement_exception set instruction = ?, ours = ?, theirs = ?, gap_minor = ?,"
                    + " proposal = ?, undone = ?, moves_minor = ?, state = ?, correction = ?, reason = ?, proposed_by = ?,"
                    + " approved_by = ?, approval = ?, booked_as = ?, booked_proposed_by = ?, booked_approved_by = ?, ended = ?,"
                    + " version = version + 1 where id = ? and version = ?";

    @Override
    public Class<Discrepancy> rows() {
        return Discrepancy.class;
    }

    @Override
    public void write(Connection connection, List<Discrepancy> rows) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT);
                var update = connection.prepareStatement(UPDATE)) {
            for (var row : rows) {
                if (row.version() == 0) {
                    insert(insert, row);
                } else {
                    update(update, row);
                }
            }
            StaleRowException.unlessEach(insert.executeBatch(), "the exception");
            StaleRowException.unlessEach(update.executeBatch(), "the exception");
        }
    }

    private static void insert(PreparedStatement insert, Discrepancy row) throws SQLException {
        insert.setObject(1, row.id());
        insert.setString(2, row.partner());
        insert.setObject(3, row.day());
        insert.setString(4, row.currency());
        insert.setString(5, row.kind());
        insert.setObject(6, row.instruction());
        insert.setObject(7, row.line());
        insert.setString(8, row.rrn());
        insert.setString(9, row.ours());
        insert.setString(10, row.theirs());
        insert.setLong(11, row.gapMinor());
        insert.setString(12, row.proposal());
        insert.setString(13, row.state());
        insert.setObject(14, row.made().atOffset(ZoneOffset.UTC));
        insert.setString(15, row.correction());
        insert.setString(16, row.reason());
        insert.setString(17, row.proposedBy());
        insert.setLong(18, row.movesMinor());
        insert.setObject(19, row.follows());
        insert.addBatch();
    }

    private static void update(PreparedStatement update, Discrepancy row) throws SQLException {
        update.setObject(1, row.instruction());
        update.setString(2, row.ours());
        update.setString(3, row.theirs());
        update.setLong(4, row.gapMinor());
        update.setString(5, row.proposal());
        update.setObject(6, row.undone());
        update.setLong(7, row.movesMinor());
        update.setString(8, row.state());
        update.setString(9, row.correction());
        update.setString(10, row.reason());
        update.setString(11, row.proposedBy());
        update.setString(12, row.approvedBy());
        update.setString(13, row.approval());
        update.setString(14, row.bookedAs());
        var ended = row.ended();
        update.setString(15, row.bookedProposedBy());
        update.setString(16, row.bookedApprovedBy());
        update.setObject(17, ended == null ? null : ended.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
        update.setObject(18, row.id());
        update.setLong(19, row.version());
        update.addBatch();
    }
}
