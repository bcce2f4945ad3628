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

    Unblock(Customers customers) {
        super("customer.unblock", Input.class, Reply.class);
        this.customers = customers;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return customers.ofOperator(
                attempt,
                input.phone(),
                new UnknownCustomer(),
                customer -> Decision.propose(
                        new Unblocked(customer.name()),
                        attempt.draft()
                                .write(customer.withStatus(Customer.ACTIVE))
                                .write(new Pins.Freed(customer.id()))
                                .tell(customer.number(), customer.spoken(), "customer.pin-unlocked", Map.of())
                                .fact("customer", customer.id())));
    }
}
