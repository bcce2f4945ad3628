package org.homeline.database;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;

/** A part of {@code /health} that asks the database, on a thread that may wait for it; down where that does not answer. */
public abstract class DatabaseHealthIndicator implements HealthIndicator {
    private final String name;
    private final ExecutorService executor;

    /** @param executor whose threads may wait */
    protected DatabaseHealthIndicator(String name, ExecutorService executor) {
        this.name = name;
        this.executor = executor;
    }

    /**
     * What is said beside the name.
     *
     * @throws DatabaseException where the database does not answer
     */
    protected abstract Map<String, Object> details();

    @Override
    public final Publisher<HealthResult> getResult() {
        return Publishers.fromCompletableFuture(() -> CompletableFuture.supplyAsync(this::ask, executor));
    }

    private HealthResult ask() {
        try {
            return HealthResult.builder(name, HealthStatus.UP)
                    .details(details())
                    .build();
        } catch (DatabaseException silent) {
            return HealthResult.builder(name, HealthStatus.DOWN).build();
        }
    }
}
