package org.homeline.agent;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.homeline.database.Chore;
import org.homeline.operation.Actor;
import org.homeline.operation.Teller;

/** Ends the cash-outs whose time is over. */
@Singleton
final class CashOutExpiry implements Chore {
    private final CashOutRows cashOuts;
    private final BeanProvider<Teller> teller;
    private final Clock clock;

    CashOutExpiry(CashOutRows cashOuts, BeanProvider<Teller> teller, Clock clock) {
        this.cashOuts = cashOuts;
        this.teller = teller;
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
        for (var over : cashOuts.findOver(clock.instant())) {
            teller.get()
                    .perform(
                            ExpireCashOut.NAME,
                            new ExpireCashOut.Input(over.id()),
                            new Actor.Worker(name()),
                            "expire-cash-out:" + over.id(),
                            null);
        }
    }
}
