package org.homeline.outbox;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;

/** The usual pace; a story or a test brings another and this one steps back. */
@Factory
final class Paces {
    @Singleton
    @Secondary
    Pace pace() {
        return Pace.USUAL;
    }
}
