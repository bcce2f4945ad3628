package org.homeline.api;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.homeline.database.DatabaseException;
import org.homeline.database.Transactions;
import org.homeline.database.Vendor;
import org.reactivestreams.Publisher;

/** Asks the database for a row. Names its kind, not its version or place. */
@Singleton
final class DatabaseHealth implements HealthIndicator {
    private final Transactions transactions;
    private final Vendor vendor;
    private final ExecutorService executor;

    DatabaseHealth(Transactions transactions, Vendor vendor, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.transactions = transactions;
        this.vendor = vendor;
        this.executor = executor;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.fromCompletableFuture(() -> CompletableFuture.supplyAsync(this::ask, executor));
    }

    private HealthResult ask() {
        return HealthResult.builder("database", answers() ? HealthStatus.UP : HealthStatus.DOWN)
                .details(Map.of("kind", vendor.name().toLowerCase(Locale.ROOT)))
                .build();
    }

    private boolean answers() {
        try {
            return transactions.read(connection -> {
                try (var statement = connection.createStatement();
                        var row = statement.executeQuery("select 1")) {
                    return row.next();
                }
            });
        } catch (DatabaseException refused) {
            return false;
        }
    }
}
