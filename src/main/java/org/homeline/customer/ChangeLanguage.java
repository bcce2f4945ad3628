package org.homeline.customer;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.language.Language;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;

/** Chooses the language in which Homeline speaks to the caller. */
@Singleton
final class ChangeLanguage extends Operation<ChangeLanguage.Input, ChangeLanguage.Reply> {
    @Serdeable
    record Input(Language language) {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record LanguageChanged(Language language) implements Reply {}

    @Serdeable
    record NotRegistered() implements Reply {}

    private final Customers customers;

    ChangeLanguage(Customers customers) {
        super("customer.changeLanguage", Input.class, Reply.class);
        this.customers = customers;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return customers
                .calling(attempt)
                .map(customer -> Decision.<Reply>propose(
                        new LanguageChanged(input.language()),
                        attempt.draft().write(customer.withLanguage(input.language()))))
                .orElseGet(() -> Decision.answer(new NotRegistered()));
    }
}
