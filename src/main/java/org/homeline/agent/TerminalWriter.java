package org.homeline.agent;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.homeline.ledger.RowWriter;
import org.homeline.ledger.StaleRowException;

/** A terminal of version 0 is new; any other changes the status of the row of that version. */
@Singleton
final class TerminalWriter implements RowWriter<Terminal> {
    @Override
    public Class<Terminal> rows() {
        return Terminal.class;
    }

    @Override
    public void write(Connection connection, List<Terminal> terminals) throws SQLException {
        try (var insert = connection.prepareStatement(
                        "insert into terminal (status, id, agent, since, version) values (?,?,?,?,1)");
                var update = connection.prepareStatement(
                        "update terminal set status = ?, version = version + 1 where id = ? and version = ?")) {
            for (var terminal : terminals) {
                boolean isNew = terminal.version() == 0;
                var statement = isNew ? insert : update;
                statement.setString(1, terminal.status());
                statement.setString(2, terminal.id());
                if (isNew) {
                    statement.setObject(3, terminal.agent());
                    statement.setObject(4, terminal.since().atOffset(ZoneOffset.UTC));
                } else {
                    statement.setLong(3, terminal.version());
                }
                statement.addBatch();
            }
            insert.executeBatch();
            StaleRowException.unlessEach(update.executeBatch(), "the terminal");
        }
    }
}
