package org.homeline.customer;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;
import org.homeline.phone.PhoneNumber;

/** For the operator: who a number is. */
@Singleton
final class Show extends Operation<Show.Input, Show.Reply> {
    /** @param phone in E.164 */
    @Serdeable
    record Input(String phone) {}

    /** How it can end. */
    sealed interface Reply extends Outcome permits Show.Shown, UnknownCustomer {}

    @Serdeable
    record Shown(
            PhoneNumber phone,
            String name,
            String language,
            String country,
            String tier,
            String status,
            Instant since,
            Money available,
            boolean pinSet)
            implements Reply, Success {}

    private final Customers customers;
    private final Pins pins;

    Show(Customers customers, Pins pins) {
        super("customer.show", Input.class, Reply.class);
        this.customers = customers;
        this.pins = pins;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return customers.ofOperator(
                attempt,
                input.phone(),
                new UnknownCustomer(),
                customer -> Decision.answer(new Shown(
                        customer.number(),
                        customer.name(),
                        customer.language(),
                        customer.country(),
                        customer.tier(),
                        customer.status(),
                        customer.since(),
                        customers.available(customer),
                        pins.isSet(customer.id()))));
    }
}
