package org.homeline.customer;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Map;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Pin;

/** Replaces the PIN of somebody who has just shown the old one to {@link CheckPin}. */
@Singleton
final class ChangePin extends Operation<ChangePin.Input, ChangePin.Reply> {
    /** @param permit as {@link CheckPin} gave it */
    @Serdeable
    record Input(Pin newPin, String permit) {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record PinChanged() implements Reply {}

    @Serdeable
    record WeakPin() implements Reply {}

    /** It took too long since the old PIN was shown, or the PIN is another by now. */
    @Serdeable
    record PermitOver() implements Reply {}

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
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var calling = customers.calling(attempt);
        if (calling.isEmpty()) {
            return Decision.answer(new NotRegistered());
        }
        var customer = calling.get();
        if (!pins.permits(customer.id(), input.permit(), attempt.now())) {
            return Decision.answer(new PermitOver());
        }
        if (Pins.isWeak(input.newPin(), customer.number())) {
            return Decision.answer(new WeakPin());
        }
        var draft = attempt.draft()
                .write(pins.set(customer.id(), input.newPin()))
                .tell(customer.number(), customer.spoken(), "customer.pin-changed", Map.of());
        return Decision.propose(new PinChanged(), draft);
    }
}
