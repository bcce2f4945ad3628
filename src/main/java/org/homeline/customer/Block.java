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
    sealed interface Reply extends Outcome permits Block.Blocked, Block.AlreadyBlocked, UnknownCustomer {}

    @Serdeable
    record Blocked(String name) implements Reply, Success {}

    @Serdeable
    record AlreadyBlocked(String name) implements Reply {}

    private final Customers customers;

    Block(Customers customers) {
        super("customer.block", Input.class, Reply.class);
        this.customers = customers;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return customers.ofOperator(
                attempt, input.phone(), new UnknownCustomer(), customer -> block(customer, attempt));
    }

    private static Decision<Reply> block(Customer customer, Attempt attempt) {
        if (customer.isBlocked()) {
            return Decision.answer(new AlreadyBlocked(customer.name()));
        }
        var draft = attempt.draft().write(customer.withStatus(Customer.BLOCKED)).fact("customer", customer.id());
        return Decision.propose(new Blocked(customer.name()), draft);
    }
}
