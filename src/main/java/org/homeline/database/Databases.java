package org.homeline.database;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.sql.SQLTransientConnectionException;

/** What depends on the vendor, chosen once. */
@Factory
final class Databases {
    @Singleton
    Vendor vendor(@Value("${datasources.default.url}") String url) {
        return Vendor.of(url);
    }

    /** On PostgreSQL a commit returns when it is durable (synchronous_commit), and shows itself no earlier. */
    @Singleton
    Durability durability(Vendor vendor, Transactions transactions, FlushFailure failure) {
        return switch (vendor) {
            case H2 -> new SharedFlush(() -> flush(transactions), failure);
            case POSTGRESQL -> () -> {};
        };
    }

    private static void flush(Transactions transactions) {
        while (true) {
            try {
                transactions.read(connection -> {
                    try (var statement = connection.createStatement()) {
                        return statement.execute("checkpoint sync");
                    }
                });
                return;
            } catch (DatabaseException refused) {
                // No connection came free in time: the disk was not asked, so nothing is lost yet.
                if (!(refused.getCause() instanceof SQLTransientConnectionException)) {
                    throw refused;
                }
            }
        }
    }
}
