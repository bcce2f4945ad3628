package org.homeline.ledger;

import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.homeline.database.Durability;
import org.homeline.database.Transactions;
import org.homeline.signing.Keys;

/** The public keys of all nodes that have ever signed, so that what they signed stays verifiable. */
@Singleton
class SigningKeys {
    private final Transactions transactions;
    private final Durability durability;
    private final Keys keys;
    private final Clock clock;

    SigningKeys(Transactions transactions, Durability durability, Keys keys, Clock clock) {
        this.transactions = transactions;
        this.durability = durability;
        this.keys = keys;
        this.clock = clock;
    }

    /** Adds this node's key where it is not there yet: before anything is signed with it. */
    @EventListener
    void register(StartupEvent started) {
        transactions.write(connection -> {
            try (var insert = connection.prepareStatement(
                    "insert into signing_key (name, public_key, since) values (?, ?, ?) on conflict do nothing")) {
                insert.setString(1, keys.keyName());
                insert.setBytes(2, keys.publicKey());
                insert.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
                return insert.executeUpdate();
            }
        });
        durability.await();
    }

    /** All public keys by name. */
    static Map<String, byte[]> read(Connection connection) throws SQLException {
        var found = new HashMap<String, byte[]>();
        try (var select = connection.prepareStatement("select name, public_key from signing_key");
                var row = select.executeQuery()) {
            while (row.next()) {
                found.put(row.getString(1), row.getBytes(2));
            }
        }
        return found;
    }
}
