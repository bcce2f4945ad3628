package org.homeline.outbox;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.homeline.database.Durability;
import org.homeline.database.Transactions;
import org.homeline.phone.PhoneNumber;

/** The numbers that asked not to be texted. Nothing goes out to them until they ask again. */
@Singleton
public final class OptOuts {
    private final Transactions transactions;
    private final Durability durability;
    private final Clock clock;

    OptOuts(Transactions transactions, Durability durability, Clock clock) {
        this.transactions = transactions;
        this.durability = durability;
        this.clock = clock;
    }

    /** Durable by the time this returns. */
    public void add(PhoneNumber phone) {
        transactions.write(connection -> add(connection, phone.e164()));
        durability.await();
    }

    /** Durable by the time this returns. */
    public void remove(PhoneNumber phone) {
        transactions.write(connection -> {
            try (var delete = connection.prepareStatement("delete from sms_opt_out where phone = ?")) {
                delete.setString(1, phone.e164());
                return delete.executeUpdate();
            }
        });
        durability.await();
    }

    public boolean contains(PhoneNumber phone) {
        return transactions.read(connection -> {
            try (var select = connection.prepareStatement("select 1 from sms_opt_out where phone = ?")) {
                select.setString(1, phone.e164());
                try (var row = select.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    int add(Connection connection, String phone) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into sms_opt_out (phone, since) values (?, ?) on conflict do nothing")) {
            insert.setString(1, phone);
            insert.setObject(2, OutboxTable.at(clock.instant()));
            return insert.executeUpdate();
        }
    }
}
