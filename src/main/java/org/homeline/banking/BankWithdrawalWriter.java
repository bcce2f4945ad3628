package org.homeline.banking;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.homeline.ledger.RowWriter;
import org.homeline.ledger.StaleRowException;

/** A withdrawal of version 0 is new; any other changes the state of the row of that version. */
@Singleton
final class BankWithdrawalWriter implements RowWriter<BankWithdrawal> {
    @Override
    public Class<BankWithdrawal> rows() {
        return BankWithdrawal.class;
    }

    @Override
    public void write(Connection connection, List<BankWithdrawal> withdrawals) throws SQLException {
        try (var insert = connection.prepareStatement("insert into bank_withdrawal (state, id, customer, account,"
                        + " cash_minor, bank_minor, currency, reference, made, version) values (?,?,?,?,?,?,?,?,?,1)");
                var update = connection.prepareStatement(
                        "update bank_withdrawal set state = ?, version = version + 1 where id = ? and version = ?")) {
            for (var withdrawal : withdrawals) {
                boolean isNew = withdrawal.version() == 0;
                var statement = isNew ? insert : update;
                statement.setString(1, withdrawal.state());
                statement.setObject(2, withdrawal.id());
                if (isNew) {
                    statement.setObject(3, withdrawal.customer());
                    statement.setObject(4, withdrawal.account());
                    statement.setLong(5, withdrawal.cashMinor());
                    statement.setLong(6, withdrawal.bankMinor());
                    statement.setString(7, withdrawal.currency());
                    statement.setString(8, withdrawal.reference());
                    statement.setObject(9, withdrawal.made().atOffset(ZoneOffset.UTC));
                } else {
                    statement.setLong(3, withdrawal.version());
                }
                statement.addBatch();
            }
            insert.executeBatch();
            StaleRowException.unlessEach(update.executeBatch(), "the withdrawal to a bank");
        }
    }
}
