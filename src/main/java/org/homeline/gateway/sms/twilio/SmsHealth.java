package org.homeline.gateway.sms.twilio;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.homeline.outbox.OutboxTable;
import org.reactivestreams.Publisher;

/** Says in {@code /health} whether texts go out, and how many wait. Being off is the operator's choice, not an illness. */
@Singleton
final class SmsHealth implements HealthIndicator {
    private final TwilioAccount account;
    private final OutboxTable outbox;
    private final ExecutorService executor;

    SmsHealth(TwilioAccount account, OutboxTable outbox, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.account = account;
        this.outbox = outbox;
        this.executor = executor;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.fromCompletableFuture(() -> CompletableFuture.supplyAsync(this::look, executor));
    }

    private HealthResult look() {
        return HealthResult.builder("sms", HealthStatus.UP)
                .details(Map.of(
                        "gateway", account.state(), "waiting", outbox.backlog().waiting()))
                .build();
    }
}
