package org.homeline.remittance;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.homeline.database.Chore;
import org.homeline.operation.Sweep;

/** Sends back what was not collected in its time. */
@Singleton
final class ReturnExpiry implements Chore {
    private final RemittanceRows remittances;
    private final Sweep sweep;
    private final Clock clock;

    ReturnExpiry(RemittanceRows remittances, Sweep sweep, Clock clock) {
        this.remittances = remittances;
        this.sweep = sweep;
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
        var now = clock.instant();
        sweep.run(
                name(),
                last -> remittances.findOver(now, last.expires(), last.id()).stream()
                        .map(over -> new Sweep.Over(over.expires(), over.id()))
                        .toList(),
                new Sweep.Task(Return.NAME, "return:", Return.Input::new));
    }
}
