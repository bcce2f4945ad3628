package org.homeline.simulator.bench;

import java.net.URI;
import java.util.Optional;

/** Posts one form again and again to the bare endpoint. */
public record Poster(URI to, String form) implements Caller {
    @Override
    public Optional<Exchange> next() {
        return Optional.of(Exchange.post(to, form, "", "", "CON"));
    }

    @Override
    public boolean mayStop() {
        return true;
    }
}
