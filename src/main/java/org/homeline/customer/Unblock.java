package org.homeline.customer;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Map;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;

/** For the operator: lets a blocked customer move money again, and frees a locked PIN. */
@Singleton
final class Unblock extends Operation<Unblock.Input, Unblock.Reply> {
    /** @param phone in E.164 */
    @Serdeable
    record Input(String phone) {}

    /** How it can end. */
    sealed interface Reply extends Outcome permits Unblock.Unblocked, Unblock.NotBlocked, UnknownCustomer {}

    /** One of them at least. */
    @Serdeable
    record Unblocked(String name, boolean blockLifted, boolean pinUnlocked) implements Reply, Success {}

    /** Nor is the PIN locked. */
    @Serdeable
    record NotBlocked(String name) implements Reply {}

    private final Customers customers;
    private final Pins pins;

    Unblock(Customers customers, Pins pins) {
        super("customer.unblock", Input.class, Reply.class);
        this.customers = customers;
        this.pins = pins;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return customers.ofOperator(attempt, input.phone(), new UnknownCustomer(), customer -> open(customer, attempt));
    }

    /** Tells the customer what is open again. */
    private Decision<Reply> open(Customer customer, Attempt attempt) {
        boolean blocked = customer.isBlocked();
        boolean locked = pins.isLocked(customer.id());
        if (!blocked && !locked) {
            return Decision.answer(new NotBlocked(customer.name()));
        }
        var draft = attempt.draft().fact("customer", customer.id());
        if (blocked) {
            draft.write(customer.withStatus(Customer.ACTIVE))
                    .tell(customer.number(), customer.spoken(), "customer.unblocked", Map.of());
        }
        if (locked) {
            draft.write(new Pins.Freed(customer.id()))
                    .tell(customer.number(), customer.spoken(), "customer.pin-unlocked", Map.of());
        }
        return Decision.propose(new Unblocked(customer.name(), blocked, locked), draft);
    }
}
