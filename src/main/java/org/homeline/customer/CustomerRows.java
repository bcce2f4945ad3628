package org.homeline.customer;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeline.database.Transactions;

/**
 * The customers' rows, for reading. On a plain connection: nearly every step of every phone asks who is calling, and a
 * repository takes as long again as the statement.
 */
@Singleton
final class CustomerRows {
    private static final String SELECT =
            "select id, phone, name, language, country, tier, status, since, version from customer where ";

    private final Transactions transactions;

    CustomerRows(Transactions transactions) {
        this.transactions = transactions;
    }

    private interface Filling {
        void fill(PreparedStatement statement) throws SQLException;
    }

    Optional<Customer> findByPhone(String phone) {
        return find(SELECT + "phone = ?", statement -> statement.setString(1, phone)).stream()
                .findFirst();
    }

    Optional<Customer> findById(UUID id) {
        return find(SELECT + "id = ?", statement -> statement.setObject(1, id)).stream()
                .findFirst();
    }

    List<Customer> findByIdIn(Collection<UUID> ids) {
        return find(
                SELECT + "id = any(?)",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("uuid", ids.toArray())));
    }

    private List<Customer> find(String query, Filling parameters) {
        return transactions.read(connection -> {
            try (var select = connection.prepareStatement(query)) {
                parameters.fill(select);
                try (var row = select.executeQuery()) {
                    var found = new ArrayList<Customer>(1);
                    while (row.next()) {
                        found.add(customer(row));
                    }
                    return found;
                }
            }
        });
    }

    private static Customer customer(ResultSet row) throws SQLException {
        return new Customer(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getLong(9));
    }
}
