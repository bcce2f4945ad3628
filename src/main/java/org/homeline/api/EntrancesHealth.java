package org.homeline.api;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.homeline.operation.Entrance;
import org.reactivestreams.Publisher;

/** Up also where a gateway is off: that is how the operator set it up, and the details say so. */
@Singleton
final class EntrancesHealth implements HealthIndicator {
    private final List<Entrance> entrances;

    EntrancesHealth(List<Entrance> entrances) {
        this.entrances = entrances;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        var details = new TreeMap<String, String>();
        for (var entrance : entrances) {
            details.put(
                    entrance.name().toLowerCase(Locale.ROOT),
                    entrance.closed().map(why -> "off: " + why).orElse("on"));
        }
        return Publishers.just(HealthResult.builder("gateways", HealthStatus.UP)
                .details(details)
                .build());
    }
}
