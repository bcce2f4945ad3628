package org.homeline.customer;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.homeline.database.Chore;
import org.homeline.language.Texts;
import org.homeline.outbox.Message;
import org.homeline.outbox.OutboxTable;
import org.homeline.time.Ids;

/** Frees PINs that have been locked long enough, and tells their owners. */
@Singleton
final class PinUnlocking implements Chore {
    private static final int AT_ONCE = 500;

    private final Pins pins;
    private final List<PinOwner> owners;
    private final OutboxTable outbox;
    private final Texts texts;
    private final Clock clock;
    private final Ids ids;
    private final PinSettings settings;

    PinUnlocking(Pins pins, List<PinOwner> owners, OutboxTable outbox, Texts texts, Clock clock, Ids ids, Tiers tiers) {
        this.pins = pins;
        this.owners = owners;
        this.outbox = outbox;
        this.texts = texts;
        this.clock = clock;
        this.ids = ids;
        this.settings = tiers.pin();
    }

    @Override
    public String name() {
        return "unlock-pins";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        for (var id : pins.lockedBefore(clock.instant().minus(settings.unlockAfter()), AT_ONCE)) {
            if (pins.unlock(id)) {
                owners.stream().flatMap(owner -> owner.find(id).stream()).forEach(this::tell);
            }
        }
    }

    private void tell(PinOwner.Owner owner) {
        var text = texts.say(owner.language(), "customer.pin-unlocked", Map.of());
        outbox.enqueue(new Message(ids.next(), owner.phone(), text, Message.LASTING));
    }
}
