package org.homeline.customer;

import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeline.language.Texts;
import org.homeline.operation.Actor;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Policy;
import org.homeline.operation.Refused;
import org.homeline.operation.Role;
import org.homeline.outbox.Message;
import org.homeline.outbox.OutboxTable;
import org.homeline.phone.PhoneNumber;

/** Who has to show a PIN shows the right one. The owner hears at once when it is locked. */
@Singleton
@Order(10)
final class PinPolicy implements Policy {
    static final String WRONG = "pin-wrong";
    static final String LOCKED = "pin-locked";
    static final String NOT_SET = "pin-not-set";

    private final Pins pins;
    private final Map<Role, PinOwner> owners = new EnumMap<>(Role.class);
    private final OutboxTable outbox;
    private final Texts texts;
    private final PinEntry entry;
    private final PinSettings settings;

    PinPolicy(Pins pins, List<PinOwner> owners, OutboxTable outbox, Texts texts, PinEntry entry, Tiers tiers) {
        this.pins = pins;
        this.outbox = outbox;
        this.texts = texts;
        this.entry = entry;
        this.settings = tiers.pin();
        owners.forEach(owner -> this.owners.put(owner.role(), owner));
    }

    @Override
    public Set<String> reasons() {
        return Set.of(WRONG, LOCKED, NOT_SET, Refused.PIN_NEEDED);
    }

    @Override
    public Optional<Refused> admit(Attempt attempt, Consent consent) {
        if (consent != Consent.PIN || !(attempt.actor() instanceof Actor.Caller caller)) {
            return Optional.empty();
        }
        var owner = Optional.ofNullable(owners.get(attempt.role())).flatMap(known -> known.calling(attempt));
        if (owner.isEmpty()) {
            return Optional.of(notSet(caller.phone()));
        }
        if (attempt.pin() == null) {
            return Optional.of(pins.isSet(owner.get().id()) ? new Refused(Refused.PIN_NEEDED) : notSet(caller.phone()));
        }
        return switch (pins.check(owner.get().id(), attempt.pin())) {
            case Pins.Check.Right right -> Optional.empty();
            case Pins.Check.NotSet notSet -> Optional.of(notSet(caller.phone()));
            case Pins.Check.Locked locked -> Optional.of(lockedOut());
            case Pins.Check.Wrong wrong
            when wrong.lockedNow() -> {
                tell(attempt, owner.get());
                yield Optional.of(lockedOut());
            }
            case Pins.Check.Wrong wrong -> Optional.of(new Refused(WRONG, Map.of("left", wrong.triesLeft())));
        };
    }

    private Refused notSet(PhoneNumber phone) {
        return new Refused(NOT_SET, entry.values(phone));
    }

    private Refused lockedOut() {
        return new Refused(LOCKED, Map.of("for", settings.unlockAfter()));
    }

    private void tell(Attempt attempt, PinOwner.Owner owner) {
        var text = texts.say(owner.language(), "customer.pin-locked", Map.of("for", settings.unlockAfter()));
        outbox.enqueue(new Message(attempt.ids().next(), owner.phone(), text, Message.LASTING));
    }
}
