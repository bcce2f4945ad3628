package org.homeline.settlement.link;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.homeline.database.Durability;
import org.homeline.database.Leases;
import org.homeline.operation.Teller;
import org.homeline.settlement.Instructions;
import org.homeline.signing.NetworkKeys;

/** What every partner's link works with. */
@Singleton
record Desk(
        Leases leases,
        Durability durability,
        SendingTable table,
        DayTable days,
        Instructions instructions,
        BeanProvider<Teller> teller,
        Concluding concluding,
        NetworkKeys keys,
        Clock clock,
        RandomGenerator random,
        MeterRegistry meters) {}
