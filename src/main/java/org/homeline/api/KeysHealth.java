package org.homeline.api;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.Map;
import org.homeline.signing.Keys;
import org.homeline.signing.NetworkKeys;
import org.reactivestreams.Publisher;

/** Says what kind of stores the keys are in, and the name of the key that signs. */
@Singleton
final class KeysHealth implements HealthIndicator {
    private final Keys keys;
    private final NetworkKeys shared;

    KeysHealth(Keys keys, NetworkKeys shared) {
        this.keys = keys;
        this.shared = shared;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(HealthResult.builder("keys", HealthStatus.UP)
                .details(Map.of("store", keys.description(), "signing", keys.keyName(), "shared", shared.description()))
                .build());
    }
}
