package org.homeline.api;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.reactivestreams.Publisher;

/** Up also where a gateway is off: that is how the operator set it up, and the details say so. */
@Singleton
final class GatewaysHealth implements HealthIndicator {
    private final Gateways gateways;

    GatewaysHealth(Gateways gateways) {
        this.gateways = gateways;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        var details = new LinkedHashMap<String, String>();
        for (var gateway : gateways.all()) {
            details.put(
                    gateway.name().split(" ")[0].toLowerCase(Locale.ROOT),
                    gateway.on() ? "on" : "off: " + gateway.why());
        }
        return Publishers.just(HealthResult.builder("gateways", HealthStatus.UP)
                .details(details)
                .build());
    }
}
