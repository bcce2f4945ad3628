package org.homeline.customer;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.jspecify.annotations.Nullable;

/** Registers a caller by text message; the PIN is chosen later on a channel that keeps no copy. */
@Singleton
final class Join extends Operation<Join.Input, Join.Reply> {
    /** @param name null where it was left out */
    @Serdeable
    record Input(@Nullable String name) {}

    /** How joining can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record Joined(String name) implements Reply {}

    @Serdeable
    record AlreadyRegistered(String name) implements Reply {}

    @Serdeable
    record BadName() implements Reply {}

    @Serdeable
    record NoService(String country) implements Reply {}

    private final Customers customers;
    private final Enrolment enrolment;

    Join(Customers customers, Enrolment enrolment) {
        super("customer.join", Input.class, Reply.class);
        this.customers = customers;
        this.enrolment = enrolment;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var phone = attempt.caller().phone();
        var existing = customers.find(attempt, phone);
        if (existing.isPresent()) {
            return Decision.answer(new AlreadyRegistered(existing.get().name()));
        }
        var country = enrolment.country(phone);
        if (country.isEmpty()) {
            return Decision.answer(new NoService(phone.region()));
        }
        var name = PersonName.tidy(input.name() == null ? "" : input.name());
        if (name.isEmpty()) {
            return Decision.answer(new BadName());
        }
        var draft = attempt.draft();
        var customer = enrolment.enrol(attempt, draft, name.get(), country.get().language(), country.get());
        return Decision.propose(new Joined(customer.name()), draft);
    }
}
