package org.homeline.database;

import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.annotation.Scheduled;

/**
 * Takes along to the disk what nobody waits for (the steps of sessions, delivery reports): on H2 nothing else would until
 * the next movement of money.
 */
@Context
final class PeriodicFlush {
    private final Durability durability;
    private final Vendor vendor;

    PeriodicFlush(Durability durability, Vendor vendor) {
        this.durability = durability;
        this.vendor = vendor;
    }

    @Scheduled(fixedDelay = "2s", initialDelay = "2s")
    void flush() {
        if (vendor == Vendor.H2) {
            durability.await();
        }
    }
}
