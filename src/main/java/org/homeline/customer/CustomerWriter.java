package org.homeline.customer;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.homeline.ledger.RowWriter;
import org.homeline.ledger.StaleRowException;

/** A customer of version 0 is new; any other replaces the row of that version. */
@Singleton
final class CustomerWriter implements RowWriter<Customer> {
    @Override
    public Class<Customer> rows() {
        return Customer.class;
    }

    @Override
    public void write(Connection connection, List<Customer> customers) throws SQLException {
        try (var insert = connection.prepareStatement(
                        "insert into customer (phone, name, language, country, tier, status,"
                                + " since, version, id) values (?,?,?,?,?,?,?,1,?)");
                var update = connection.prepareStatement("update customer set phone = ?, name = ?, language = ?,"
                        + " country = ?, tier = ?, status = ?, since = ?, version = version + 1"
                        + " where id = ? and version = ?")) {
            for (var customer : customers) {
                boolean isNew = customer.version() == 0;
                var statement = isNew ? insert : update;
                statement.setString(1, customer.phone());
                statement.setString(2, customer.name());
                statement.setString(3, customer.language());
                statement.setString(4, customer.country());
                statement.setString(5, customer.tier());
                statement.setString(6, customer.status());
                statement.setObject(7, customer.since().atOffset(ZoneOffset.UTC));
                statement.setObject(8, customer.id());
                if (!isNew) {
                    statement.setLong(9, customer.version());
                }
                statement.addBatch();
            }
            insert.executeBatch();
            StaleRowException.unlessEach(update.executeBatch(), "the customer");
        }
    }
}
