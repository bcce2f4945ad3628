package org.homeline.settlement.link;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.homeline.database.Chore;
import org.homeline.settlement.Conclude.By;
import org.homeline.settlement.Partner;
import org.homeline.settlement.Partners;

/** Declines what waits for a link that does not come up: nothing of it was sent, and its money is held. */
@Singleton
final class GiveUpUnsent implements Chore {
    private static final int AT_ONCE = 200;

    private final Partners partners;
    private final SendingTable table;
    private final Concluding concluding;
    private final Clock clock;

    GiveUpUnsent(Partners partners, SendingTable table, Concluding concluding, Clock clock) {
        this.partners = partners;
        this.table = table;
        this.concluding = concluding;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "give-up-unsent-instructions";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run() {
        partners.all().forEach(this::giveUp);
    }

    private void giveUp(Partner partner) {
        var before = clock.instant().minus(partner.times().queue());
        table.queuedBefore(partner, before, AT_ONCE)
                .forEach(instruction ->
                        concluding.conclude(instruction, By.NOT_SENT, Optional.empty(), "not sent: no link in time"));
    }
}
