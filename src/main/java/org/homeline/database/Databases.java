package org.homeline.database;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/** What depends on the vendor, chosen once. */
@Factory
final class Databases {
    @Singleton
    Vendor vendor(@Value("${datasources.default.url}") String url) {
        return Vendor.of(url);
    }

    /**
     * On PostgreSQL a commit returns when it is durable (synchronous_commit), and shows itself no earlier.
     *
     * <p>H2 stores its tables one after another while others go on writing: a transaction that commits meanwhile is stored
     * with one table and without the other, and a crash before the next store leaves it so (h2database issue 2080; one
     * crash in a hundred here). So H2 stores only here, while nobody writes, and never by itself in the background.
     */
    @Singleton
    Durability durability(Vendor vendor, Transactions transactions) {
        return switch (vendor) {
            case H2 -> {
                transactions.alone(connection -> execute(connection, "set write_delay " + Integer.MAX_VALUE));
                yield new SharedFlush(() -> transactions.alone(connection -> execute(connection, "checkpoint sync")));
            }
            case POSTGRESQL -> () -> {};
        };
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }
}
