package org.homeline.customer;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.language.Language;
import org.homeline.language.Territory;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Role;

/** Who is calling. */
@Singleton
final class Recognise extends Operation<Recognise.Input, Recognise.Reply> {
    @Serdeable
    record Input() {}

    /** What a caller can be to us. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record Newcomer(Language language) implements Reply {}

    /** Joined by text message and has to choose a PIN. */
    @Serdeable
    record NoPin(String name, Language language) implements Reply {}

    @Serdeable
    record Known(String name, Language language) implements Reply {}

    /** The operator stopped this customer. */
    @Serdeable
    record Blocked(String name, Language language) implements Reply {}

    /** We serve nobody with a number of that country. */
    @Serdeable
    record NoService(Territory country) implements Reply {}

    private final Customers customers;
    private final Pins pins;
    private final Enrolment enrolment;

    Recognise(Customers customers, Pins pins, Enrolment enrolment) {
        super("customer.recognise", Input.class, Reply.class);
        this.customers = customers;
        this.pins = pins;
        this.enrolment = enrolment;
    }

    @Override
    public Role role() {
        return Role.ANYBODY;
    }

    @Override
    public boolean onlyAnswers() {
        return true;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var phone = attempt.caller().phone();
        var customer = customers.find(attempt, phone);
        if (customer.isPresent()) {
            var known = customer.get();
            if (known.isBlocked()) {
                return Decision.answer(new Blocked(known.name(), known.spoken()));
            }
            return Decision.answer(
                    pins.isSet(known.id())
                            ? new Known(known.name(), known.spoken())
                            : new NoPin(known.name(), known.spoken()));
        }
        return Decision.answer(enrolment
                .country(phone)
                .<Reply>map(country -> new Newcomer(country.language()))
                .orElseGet(() -> new NoService(new Territory(phone.region()))));
    }
}
