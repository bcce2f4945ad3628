package org.homeline.agent;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.homeline.ledger.RowWriter;
import org.homeline.ledger.StaleRowException;

/** An agent of version 0 is new; any other replaces the row of that version. */
@Singleton
final class AgentWriter implements RowWriter<Agent> {
    @Override
    public Class<Agent> rows() {
        return Agent.class;
    }

    @Override
    public void write(Connection connection, List<Agent> agents) throws SQLException {
        try (var insert =
                        connection.prepareStatement("insert into agent (phone, name, language, country, status, since,"
                                + " version, id) values (?,?,?,?,?,?,1,?)");
                var update = connection.prepareStatement("update agent set phone = ?, name = ?, language = ?,"
                        + " country = ?, status = ?, since = ?, version = version + 1 where id = ? and version = ?")) {
            for (var agent : agents) {
                boolean isNew = agent.version() == 0;
                var statement = isNew ? insert : update;
                statement.setString(1, agent.phone());
                statement.setString(2, agent.name());
                statement.setString(3, agent.language());
                statement.setString(4, agent.country());
                statement.setString(5, agent.status());
                statement.setObject(6, agent.since().atOffset(ZoneOffset.UTC));
                statement.setObject(7, agent.id());
                if (!isNew) {
                    statement.setLong(8, agent.version());
                }
                statement.addBatch();
            }
            insert.executeBatch();
            StaleRowException.unlessEach(update.executeBatch(), "the agent");
        }
    }
}
