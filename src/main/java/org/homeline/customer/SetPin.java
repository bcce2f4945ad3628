package org.homeline.customer;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Map;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Pin;

/** Chooses the first PIN of somebody who joined by text message. */
@Singleton
final class SetPin extends Operation<SetPin.Input, SetPin.Reply> {
    @Serdeable
    record Input(Pin pin) {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record PinSet() implements Reply {}

    @Serdeable
    record WeakPin() implements Reply {}

    @Serdeable
    record AlreadySet() implements Reply {}

    @Serdeable
    record NotRegistered() implements Reply {}

    private final Customers customers;
    private final Pins pins;

    SetPin(Customers customers, Pins pins) {
        super("customer.setPin", Input.class, Reply.class);
        this.customers = customers;
        this.pins = pins;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var customer = customers.calling(attempt);
        if (customer.isEmpty()) {
            return Decision.answer(new NotRegistered());
        }
        if (pins.isSet(customer.get().id())) {
            return Decision.answer(new AlreadySet());
        }
        if (Pins.isWeak(input.pin(), customer.get().number())) {
            return Decision.answer(new WeakPin());
        }
        var owner = customer.get();
        return Decision.propose(
                new PinSet(),
                attempt.draft()
                        .write(pins.set(owner.id(), input.pin()))
                        .tell(owner.number(), owner.spoken(), "customer.pin-set", Map.of()));
    }
}
