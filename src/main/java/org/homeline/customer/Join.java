package org.homeline.customer;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.language.Territory;
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
    sealed interface Reply extends Outcome
            permits Join.Joined,
                    ByLink.LinkSent,
                    ByLink.TooManyLinks,
                    Join.AlreadyRegistered,
                    Join.BadName,
                    Join.NoService {}

    /** @param how the PIN is to be chosen: {@code dial} or {@code operator} */
    @Serdeable
    record Joined(String name, String how) implements Reply {}

    @Serdeable
    record AlreadyRegistered(String name) implements Reply {}

    @Serdeable
    record BadName() implements Reply {}

    @Serdeable
    record NoService(Territory country) implements Reply {}

    private final Customers customers;
    private final Enrolment enrolment;
    private final Pins pins;
    private final PinEntry entry;

    Join(Customers customers, Enrolment enrolment, Pins pins, PinEntry entry) {
        super("customer.join", Input.class, Reply.class);
        this.customers = customers;
        this.enrolment = enrolment;
        this.pins = pins;
        this.entry = entry;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var phone = attempt.caller().phone();
        var existing = customers.find(attempt, phone);
        if (existing.isPresent()
                && entry.isByLink(phone)
                && !pins.isSet(existing.get().id())) {
            var draft = attempt.draft();
            entry.send(attempt, draft, existing.get(), "customer.pin-link", new ByLink.TooManyLinks());
            return Decision.propose(new ByLink.LinkSent(), draft);
        }
        if (existing.isPresent()) {
            return Decision.answer(new AlreadyRegistered(existing.get().name()));
        }
        var country = enrolment.country(phone);
        if (country.isEmpty()) {
            return Decision.answer(new NoService(new Territory(phone.region())));
        }
        var name = PersonName.tidy(input.name() == null ? "" : input.name());
        if (name.isEmpty()) {
            return Decision.answer(new BadName());
        }
        var draft = attempt.draft();
        var customer = enrolment.enrol(attempt, draft, name.get(), country.get().language(), country.get());
        if (entry.isByLink(phone)) {
            entry.send(attempt, draft, customer, "customer.joined-link", new ByLink.TooManyLinks());
            return Decision.propose(new ByLink.LinkSent(), draft);
        }
        return Decision.propose(new Joined(customer.name(), entry.how(phone)), draft);
    }
}
