package org.homeline.customer;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Map;
import org.homeline.operation.Actor;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Pin;

/** Replaces the PIN; the old one is what consents. */
@Singleton
final class ChangePin extends Operation<ChangePin.Input, ChangePin.Reply> {
    @Serdeable
    record Input(Pin newPin) {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record PinChanged() implements Reply {}

    @Serdeable
    record WeakPin() implements Reply {}

    @Serdeable
    record NotRegistered() implements Reply {}

    private final Customers customers;
    private final Pins pins;

    ChangePin(Customers customers, Pins pins) {
        super("customer.changePin", Input.class, Reply.class);
        this.customers = customers;
        this.pins = pins;
    }

    @Override
    public Consent consent(Actor actor) {
        return Consent.PIN;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var calling = customers.calling(attempt);
        if (calling.isEmpty()) {
            return Decision.answer(new NotRegistered());
        }
        var customer = calling.get();
        if (Pins.isWeak(input.newPin(), customer.number())) {
            return Decision.answer(new WeakPin());
        }
        var draft = attempt.draft()
                .write(pins.set(customer.id(), input.newPin()))
                .tell(customer.number(), customer.spoken(), "customer.pin-changed", Map.of());
        return Decision.propose(new PinChanged(), draft);
    }
}
