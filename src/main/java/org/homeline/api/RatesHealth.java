package org.homeline.api;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import org.homeline.fx.Rates;
import org.reactivestreams.Publisher;

/** Up also where rates are examples or too old: senders are told plainly, and the details tell the operator. */
@Singleton
final class RatesHealth implements HealthIndicator {
    private final Rates rates;

    RatesHealth(Rates rates) {
        this.rates = rates;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(HealthResult.builder("rates", HealthStatus.UP)
                .details(rates.states())
                .build());
    }
}
