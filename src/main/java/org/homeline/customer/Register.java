package org.homeline.customer;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Map;
import org.homeline.language.Language;
import org.homeline.language.Territory;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Pin;

/** Registers a caller with a PIN. */
@Singleton
final class Register extends Operation<Register.Input, Register.Reply> {
    @Serdeable
    record Input(Language language, String name, Pin pin) {}

    /** How a registration can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record Registered(String name, Language language) implements Reply {}

    @Serdeable
    record BadName() implements Reply {}

    @Serdeable
    record WeakPin() implements Reply {}

    @Serdeable
    record AlreadyRegistered() implements Reply {}

    @Serdeable
    record NoService(Territory country) implements Reply {}

    private final Customers customers;
    private final Enrolment enrolment;
    private final Pins pins;
    private final Countries countries;

    Register(Customers customers, Enrolment enrolment, Pins pins, Countries countries) {
        super("customer.register", Input.class, Reply.class);
        this.customers = customers;
        this.enrolment = enrolment;
        this.pins = pins;
        this.countries = countries;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var phone = attempt.caller().phone();
        if (customers.find(attempt, phone).isPresent()) {
            return Decision.answer(new AlreadyRegistered());
        }
        var country = enrolment.country(phone);
        if (country.isEmpty()) {
            return Decision.answer(new NoService(new Territory(phone.region())));
        }
        var name = PersonName.tidy(input.name());
        if (name.isEmpty()) {
            return Decision.answer(new BadName());
        }
        if (Pins.isWeak(input.pin(), phone)) {
            return Decision.answer(new WeakPin());
        }
        var draft = attempt.draft();
        var customer = enrolment.enrol(attempt, draft, name.get(), input.language(), country.get());
        draft.write(pins.set(customer.id(), input.pin()));
        draft.tell(
                phone,
                customer.spoken(),
                "customer.welcome",
                Map.of("name", customer.name(), "dial", countries.dial(phone)));
        return Decision.propose(new Registered(customer.name(), customer.spoken()), draft);
    }
}
