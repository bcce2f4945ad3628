package org.homeline.settlement;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.homeline.ledger.RowWriter;
import org.homeline.ledger.StaleRowException;
import org.jspecify.annotations.Nullable;

/** An instruction of version 0 is new; any other changes the state of the row of that version. */
@Singleton
final class InstructionWriter implements RowWriter<Instruction> {
    private final Bell bell;

    InstructionWriter(Bell bell) {
        this.bell = bell;
    }

    @Override
    public Class<Instruction> rows() {
        return Instruction.class;
    }

    @Override
    public void write(Connection connection, List<Instruction> instructions) throws SQLException {
        try (var insert = connection.prepareStatement("insert into instruction (id, partner, kind, minor, currency,"
                        + " details, tail, errand, subject, pending, state, due, tries, made, since, version)"
                        + " values (?,?,?,?,?,?,?,?,?,?,?,?,0,?,?,1)");
                var update = connection.prepareStatement("update instruction set state = ?, response = ?, due = ?,"
                        + " version = version + 1 where id = ? and version = ?")) {
            for (var one : instructions) {
                if (one.version() == 0) {
                    insert(insert, one);
                } else {
                    update.setString(1, one.state());
                    update.setString(2, one.response());
                    update.setObject(3, at(one.due()));
                    update.setObject(4, one.id());
                    update.setLong(5, one.version());
                    update.addBatch();
                }
            }
            insert.executeBatch();
            StaleRowException.unlessEach(update.executeBatch(), "the instruction");
        }
    }

    private static void insert(java.sql.PreparedStatement insert, Instruction one) throws SQLException {
        insert.setObject(1, one.id());
        insert.setString(2, one.partner());
        insert.setString(3, one.kind());
        insert.setLong(4, one.minor());
        insert.setString(5, one.currency());
        insert.setBytes(6, one.details());
        insert.setString(7, one.tail());
        insert.setString(8, one.errand());
        insert.setObject(9, one.subject());
        insert.setObject(10, one.pending());
        insert.setString(11, one.state());
        insert.setObject(12, at(one.due()));
        insert.setObject(13, at(one.made()));
        insert.setObject(14, at(one.since()));
        insert.addBatch();
    }

    @Override
    public void committed() {
        bell.ring();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
