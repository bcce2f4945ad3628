package org.homeline.customer;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;

/** The PIN is right: whoever shows that may choose another one within a few minutes. */
@Singleton
final class CheckPin extends Operation<CheckPin.Input, CheckPin.Reply> {
    /** Longer than a USSD session lasts. */
    private static final Duration PERMITTED = Duration.ofMinutes(5);

    @Serdeable
    record Input() {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    /** @param permit for {@code customer.changePin} */
    @Serdeable
    record Right(String permit) implements Reply {}

    @Serdeable
    record NotRegistered() implements Reply {}

    private final Customers customers;
    private final Pins pins;

    CheckPin(Customers customers, Pins pins) {
        super("customer.checkPin", Input.class, Reply.class, Consent.PIN);
        this.customers = customers;
        this.pins = pins;
    }

    @Override
    public boolean onlyAnswers() {
        return true;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return Decision.answer(customers
                .calling(attempt)
                .<Reply>map(customer ->
                        new Right(pins.permit(customer.id(), attempt.now().plus(PERMITTED))))
                .orElseGet(NotRegistered::new));
    }
}
