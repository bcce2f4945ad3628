package org.homeline.agent;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.homeline.ledger.RowWriter;
import org.homeline.ledger.StaleRowException;

/** A cash-out of version 0 is new; any other changes state and agent of the row of that version. */
@Singleton
final class CashOutWriter implements RowWriter<CashOut> {
    @Override
    public Class<CashOut> rows() {
        return CashOut.class;
    }

    @Override
    public void write(Connection connection, List<CashOut> cashOuts) throws SQLException {
        try (var insert = connection.prepareStatement(
                        "insert into cash_out (state, agent, reference, id, customer, minor,"
                                + " currency, code, pending_cash, pending_bank, made, expires, version)"
                                + " values (?,?,?,?,?,?,?,?,?,?,?,?,1)");
                var update = connection.prepareStatement("update cash_out set state = ?, agent = ?, reference = ?,"
                        + " version = version + 1 where id = ? and version = ?")) {
            for (var cashOut : cashOuts) {
                boolean isNew = cashOut.version() == 0;
                var statement = isNew ? insert : update;
                statement.setString(1, cashOut.state());
                statement.setObject(2, cashOut.agent());
                statement.setString(3, cashOut.reference());
                statement.setObject(4, cashOut.id());
                if (isNew) {
                    statement.setObject(5, cashOut.customer());
                    statement.setLong(6, cashOut.minor());
                    statement.setString(7, cashOut.currency());
                    statement.setBytes(8, cashOut.code());
                    statement.setObject(9, cashOut.pendingCash());
                    statement.setObject(10, cashOut.pendingBank());
                    statement.setObject(11, cashOut.made().atOffset(ZoneOffset.UTC));
                    statement.setObject(12, cashOut.expires().atOffset(ZoneOffset.UTC));
                } else {
                    statement.setLong(5, cashOut.version());
                }
                statement.addBatch();
            }
            insert.executeBatch();
            StaleRowException.unlessEach(update.executeBatch(), "the cash-out");
        }
    }
}
