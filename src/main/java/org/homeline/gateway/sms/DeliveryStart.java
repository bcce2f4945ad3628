package org.homeline.gateway.sms;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import org.homeline.outbox.Delivery;

/** Delivers for as long as there is a server; a command of the operator's that opens the database sends nothing. */
@Singleton
final class DeliveryStart implements ApplicationEventListener<ServerStartupEvent> {
    private final Delivery delivery;

    DeliveryStart(Delivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        delivery.start();
    }
}
