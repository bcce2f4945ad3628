package org.homeline.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** What the operator watches: how much waits, for how long, and what became of the rest. */
@Singleton
final class Counts {
    private final Counter sent;
    private final Counter failed;
    private final Counter retried;

    Counts(MeterRegistry registry, OutboxTable outbox, Clock clock) {
        this.sent = registry.counter("homeline.sms.sent");
        this.failed = registry.counter("homeline.sms.failed");
        this.retried = registry.counter("homeline.sms.retried");
        Gauge.builder("homeline.sms.waiting", outbox, table -> table.backlog().waiting())
                .description("messages not yet with the provider")
                .register(registry);
        Gauge.builder(
                        "homeline.sms.oldest",
                        outbox,
                        table -> table.backlog()
                                .oldest()
                                .map(oldest -> Duration.between(oldest, clock.instant())
                                        .toSeconds())
                                .orElse(0L))
                .description("age of the oldest waiting message")
                .baseUnit("seconds")
                .register(registry);
    }

    void sent() {
        sent.increment();
    }

    void failed() {
        failed.increment();
    }

    void retried() {
        retried.increment();
    }
}
