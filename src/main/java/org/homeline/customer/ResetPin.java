package org.homeline.customer;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;
import org.jspecify.annotations.Nullable;

/**
 * For the operator: takes away a PIN that its owner forgot. The owner hears of it and chooses a new one on the phone, as
 * somebody who never had one; the operator can't. For a while no value leaves ({@link PinHolds}).
 */
@Singleton
final class ResetPin extends Operation<ResetPin.Input, ResetPin.Reply> {
    /**
     * @param phone in E.164
     * @param reason how the owner was known
     */
    @Serdeable
    record Input(String phone, String reason) {}

    /** How it can end. */
    sealed interface Reply extends Outcome permits ResetPin.PinReset, ResetPin.NoPin, UnknownCustomer {}

    /** @param heldUntil null where value may leave at once */
    @Serdeable
    record PinReset(String name, @Nullable Instant heldUntil) implements Reply, Success {}

    /** There is none to take away. */
    @Serdeable
    record NoPin(String name) implements Reply {}

    private final Customers customers;
    private final Pins pins;
    private final PinHolds holds;
    private final PinEntry entry;

    ResetPin(Customers customers, Pins pins, PinHolds holds, PinEntry entry) {
        super("customer.resetPin", Input.class, Reply.class);
        this.customers = customers;
        this.pins = pins;
        this.holds = holds;
        this.entry = entry;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return customers.ofOperator(
                attempt,
                input.phone(),
                new UnknownCustomer(),
                customer -> pins.isSet(customer.id())
                        ? reset(customer, attempt, input.reason())
                        : Decision.answer(new NoPin(customer.name())));
    }

    private Decision<Reply> reset(Customer customer, Attempt attempt, String reason) {
        var draft = attempt.draft()
                .write(new Pins.Removed(customer.id()))
                .write(new PinLinks.Gone(customer.id()))
                .fact("customer", customer.id())
                .fact("reason", reason);
        var until = holds.add(draft, customer.id(), attempt.now());
        var values = new HashMap<>(entry.values(customer.number()));
        values.putAll(holds.values());
        draft.tell(customer.number(), customer.spoken(), "customer.pin-reset", values);
        return Decision.propose(new PinReset(customer.name(), until.orElse(null)), draft);
    }
}
