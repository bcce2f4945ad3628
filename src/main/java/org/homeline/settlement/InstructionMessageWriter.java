package org.homeline.settlement;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.homeline.ledger.RowWriter;

/** Messages are only ever added: with the journal of what followed from them, or by whoever sends them. */
@Singleton
public final class InstructionMessageWriter implements RowWriter<InstructionMessage> {
    private static final int LONGEST = 1_000;

    @Override
    public Class<InstructionMessage> rows() {
        return InstructionMessage.class;
    }

    @Override
    public void write(Connection connection, List<InstructionMessage> messages) throws SQLException {
        if (messages.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(
                "insert into instruction_message (instruction, at, outgoing, text) values (?,?,?,?)")) {
            for (var message : messages) {
                insert.setObject(1, message.instruction());
                insert.setObject(2, message.at().atOffset(ZoneOffset.UTC));
                insert.setBoolean(3, message.outgoing());
                insert.setString(
                        4,
                        message.text()
                                .substring(0, Math.min(LONGEST, message.text().length())));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
