package org.homeline.gateway.sms.twilio;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.Map;
import org.homeline.outbox.OutboxTable;
import org.reactivestreams.Publisher;

/** Says in {@code /health} whether texts go out, and how many wait. Being off is the operator's choice, not an illness. */
@Singleton
final class SmsHealth implements HealthIndicator {
    private final TwilioAccount account;
    private final OutboxTable outbox;

    SmsHealth(TwilioAccount account, OutboxTable outbox) {
        this.account = account;
        this.outbox = outbox;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(HealthResult.builder("sms", HealthStatus.UP)
                .details(Map.of(
                        "gateway", account.state(), "waiting", outbox.backlog().waiting()))
                .build());
    }
}
