package org.homeline.settlement;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.homeline.ledger.RowWriter;
import org.homeline.ledger.StaleRowException;

/** A bank account of version 0 is new; any other changes the state of the row of that version. */
@Singleton
final class BankAccountWriter implements RowWriter<BankAccount> {
    @Override
    public Class<BankAccount> rows() {
        return BankAccount.class;
    }

    @Override
    public void write(Connection connection, List<BankAccount> accounts) throws SQLException {
        try (var insert =
                        connection.prepareStatement("insert into bank_account (state, tries, instruction, expires, id,"
                                + " customer, partner, number, tail, currency, proof_minor, code, made, version)"
                                + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,1)");
                var update =
                        connection.prepareStatement("update bank_account set state = ?, tries = ?, instruction = ?,"
                                + " expires = ?, version = version + 1 where id = ? and version = ?")) {
            for (var account : accounts) {
                boolean isNew = account.version() == 0;
                var statement = isNew ? insert : update;
                statement.setString(1, account.state());
                statement.setInt(2, account.tries());
                statement.setObject(3, account.instruction());
                statement.setObject(4, account.expires().atOffset(ZoneOffset.UTC));
                statement.setObject(5, account.id());
                if (isNew) {
                    statement.setObject(6, account.customer());
                    statement.setString(7, account.partner());
                    statement.setBytes(8, account.number());
                    statement.setString(9, account.tail());
                    statement.setString(10, account.currency());
                    statement.setLong(11, account.proofMinor());
                    statement.setBytes(12, account.code());
                    statement.setObject(13, account.made().atOffset(ZoneOffset.UTC));
                } else {
                    statement.setLong(6, account.version());
                }
                statement.addBatch();
            }
            insert.executeBatch();
            StaleRowException.unlessEach(update.executeBatch(), "the bank account");
        }
    }
}
