package org.homeline.agent;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.homeline.database.Chore;
import org.homeline.operation.Sweep;

/** Ends the cash-outs whose time is over. */
@Singleton
final class CashOutExpiry implements Chore {
    private final CashOutRows cashOuts;
    private final Sweep sweep;
    private final Clock clock;

    CashOutExpiry(CashOutRows cashOuts, Sweep sweep, Clock clock) {
        this.cashOuts = cashOuts;
        this.sweep = sweep;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "expire-cash-outs";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run() {
        var now = clock.instant();
        sweep.run(
                name(),
                last -> cashOuts.findOver(now, last.expires(), last.id()).stream()
                        .map(over -> new Sweep.Over(over.expires(), over.id()))
                        .toList(),
                new Sweep.Task(ExpireCashOut.NAME, "expire-cash-out:", ExpireCashOut.Input::new));
    }
}
