package org.homeline.agent;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.homeline.ledger.RowWriter;
import org.homeline.ledger.StaleRowException;

/** A dealing of version 0 is new; any other changes the state of the row of that version. */
@Singleton
final class DealWriter implements RowWriter<Deal> {
    @Override
    public Class<Deal> rows() {
        return Deal.class;
    }

    @Override
    public void write(Connection connection, List<Deal> deals) throws SQLException {
        try (var insert = connection.prepareStatement(
                        "insert into deal (state, request, agent, customer, what, minor,"
                                + " currency, commission, reference, cash_out, made, version) values (?,?,?,?,?,?,?,?,?,?,?,1)");
                var update = connection.prepareStatement(
                        "update deal set state = ?, version = version + 1 where request = ? and version = ?")) {
            for (var deal : deals) {
                boolean isNew = deal.version() == 0;
                var statement = isNew ? insert : update;
                statement.setString(1, deal.state());
                statement.setString(2, deal.request());
                if (isNew) {
                    statement.setObject(3, deal.agent());
                    statement.setObject(4, deal.customer());
                    statement.setString(5, deal.what());
                    statement.setLong(6, deal.minor());
                    statement.setString(7, deal.currency());
                    statement.setLong(8, deal.commission());
                    statement.setString(9, deal.reference());
                    statement.setObject(10, deal.cashOut());
                    statement.setObject(11, deal.made().atOffset(ZoneOffset.UTC));
                } else {
                    statement.setLong(3, deal.version());
                }
                statement.addBatch();
            }
            insert.executeBatch();
            StaleRowException.unlessEach(update.executeBatch(), "the dealing");
        }
    }
}
