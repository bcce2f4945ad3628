package org.homeline.customer;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;

/** Sends a caller who can't dial a link to choose a PIN, or another PIN; tells all others where to choose it. */
@Singleton
final class AskPinLink extends Operation<AskPinLink.Input, AskPinLink.Reply> {
    @Serdeable
    record Input() {}

    /** How it can end. */
    sealed interface Reply extends Outcome
            permits ByLink.LinkSent, ByLink.TooManyLinks, AskPinLink.NoLink, AskPinLink.NotRegistered {}

    /** @param how {@code dial} or {@code operator} */
    @Serdeable
    record NoLink(String how) implements Reply {}

    @Serdeable
    record NotRegistered() implements Reply {}

    private final Customers customers;
    private final PinEntry entry;

    AskPinLink(Customers customers, PinEntry entry) {
        super("customer.askPinLink", Input.class, Reply.class);
        this.customers = customers;
        this.entry = entry;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var customer = customers.calling(attempt);
        if (customer.isEmpty()) {
            return Decision.answer(new NotRegistered());
        }
        var phone = customer.get().number();
        if (!entry.isByLink(phone)) {
            return Decision.answer(new NoLink(entry.how(phone)));
        }
        var draft = attempt.draft();
        entry.send(attempt, draft, customer.get(), "customer.pin-link", new ByLink.TooManyLinks());
        return Decision.propose(new ByLink.LinkSent(), draft);
    }
}
