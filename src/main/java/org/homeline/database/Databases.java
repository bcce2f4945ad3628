package org.homeline.database;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** What depends on the vendor, chosen once. */
@Factory
final class Databases {
    @Singleton
    Vendor vendor(@Value("${datasources.default.url}") String url) {
        return Vendor.of(url);
    }

    /** On PostgreSQL a commit returns when it is durable (synchronous_commit), and shows itself no earlier. */
    @Singleton
    Durability durability(Vendor vendor, Transactions transactions) {
        return switch (vendor) {
            case H2 ->
                new SharedFlush(() -> transactions.read(connection -> {
                    try (var statement = connection.createStatement()) {
                        return statement.execute("checkpoint sync");
                    }
                }));
            case POSTGRESQL -> () -> {};
        };
    }
}
