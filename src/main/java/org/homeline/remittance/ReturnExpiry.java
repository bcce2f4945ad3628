package org.homeline.remittance;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.homeline.database.Chore;
import org.homeline.operation.Actor;
import org.homeline.operation.Teller;

/** Sends back what was not collected in its time. */
@Singleton
final class ReturnExpiry implements Chore {
    private final RemittanceRows remittances;
    private final BeanProvider<Teller> teller;
    private final Clock clock;

    ReturnExpiry(RemittanceRows remittances, BeanProvider<Teller> teller, Clock clock) {
        this.remittances = remittances;
        this.teller = teller;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "return-uncollected";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        for (var over : remittances.findOver(clock.instant())) {
            teller.get()
                    .perform(
                            Return.NAME,
                            new Return.Input(over.id()),
                            new Actor.Worker(name()),
                            "return:" + over.id(),
                            null);
        }
    }
}
