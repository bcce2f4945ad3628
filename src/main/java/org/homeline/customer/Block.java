package org.homeline.customer;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;

/** For the operator: stops a customer from moving money. */
@Singleton
final class Block extends Operation<Block.Input, Block.Reply> {
    /** @param phone in E.164 */
    @Serdeable
    record Input(String phone) {}

    /** How it can end. */
    sealed interface Reply extends Outcome permits Block.Blocked, UnknownCustomer {}

    @Serdeable
    record Blocked(String name) implements Reply, Success {}

    private final Customers customers;

    Block(Customers customers) {
        super("customer.block", Input.class, Reply.class);
        this.customers = customers;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return customers.ofOperator(
                attempt,
                input.phone(),
                new UnknownCustomer(),
                customer -> Decision.propose(
                        new Blocked(customer.name()),
                        attempt.draft()
                                .write(customer.withStatus(Customer.BLOCKED))
                                .fact("customer", customer.id())));
    }
}
