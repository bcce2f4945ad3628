package org.homeline.api;

import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.homeline.database.DatabaseHealthIndicator;
import org.homeline.database.Transactions;
import org.homeline.database.Vendor;

/** Asks the database for a row. Names its kind, not its version or place. */
@Singleton
final class DatabaseHealth extends DatabaseHealthIndicator {
    private final Transactions transactions;
    private final Vendor vendor;

    DatabaseHealth(Transactions transactions, Vendor vendor, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        super("database", executor);
        this.transactions = transactions;
        this.vendor = vendor;
    }

    @Override
    protected Map<String, Object> details() {
        transactions.read(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute("select 1");
            }
        });
        return Map.of("kind", vendor.name().toLowerCase(Locale.ROOT));
    }
}
