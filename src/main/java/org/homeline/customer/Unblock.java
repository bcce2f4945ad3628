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
    sealed interface Reply extends Outcome permits Unblock.Unblocked, UnknownCustomer {}

    @Serdeable
    record Unblocked(String name) implements Reply, Success {}

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

    /** Tells the customer what is open again, if anything was not. */
    private Decision<Reply> open(Customer customer, Attempt attempt) {
        var draft = attempt.draft()
                .write(customer.withStatus(Customer.ACTIVE))
                .write(new Pins.Freed(customer.id()))
                .fact("customer", customer.id());
        if (customer.isBlocked()) {
            draft.tell(customer.number(), customer.spoken(), "customer.unblocked", Map.of());
        }
        if (pins.isLocked(customer.id())) {
            draft.tell(customer.number(), customer.spoken(), "customer.pin-unlocked", Map.of());
        }
        return Decision.propose(new Unblocked(customer.name()), draft);
    }
}
