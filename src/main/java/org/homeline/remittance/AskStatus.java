package org.homeline.remittance;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import org.homeline.customer.Countries;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.language.Texts;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Reference;
import org.jspecify.annotations.Nullable;

/** Where a payment stands; without a reference the caller's newest. */
@Singleton
final class AskStatus extends Operation<AskStatus.Input, AskStatus.Reply> {
    /** @param reference as the receipt has it, or null */
    @Serdeable
    record Input(@Nullable String reference) {}

    /** How it can end. */
    sealed interface Reply extends Outcome permits AskStatus.Status, Unfound.NotFound, Unfound.BadReference {}

    @Serdeable
    record Status(String reference, String state, String payee, Money receives, ZonedDateTime at) implements Reply {}

    private final Customers customers;
    private final Countries countries;
    private final RemittanceRows remittances;
    private final Texts texts;

    AskStatus(Customers customers, Countries countries, RemittanceRows remittances, Texts texts) {
        super("remittance.status", Input.class, Reply.class);
        this.customers = customers;
        this.countries = countries;
        this.remittances = remittances;
        this.texts = texts;
    }

    @Override
    public boolean onlyAnswers() {
        return true;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var caller = customers.calling(attempt);
        if (caller.isEmpty()) {
            return Decision.answer(new Unfound.NotFound());
        }
        if (input.reference() == null) {
            return answer(caller.get(), remittances.findNewest(caller.get().id()));
        }
        return Reference.read(input.reference())
                .map(reference -> answer(caller.get(), remittances.findByReference(reference.text())))
                .orElseGet(() -> Decision.answer(new Unfound.BadReference()));
    }

    /** Only who sent it or gets it may know. */
    private Decision<Reply> answer(Customer caller, Optional<Remittance> found) {
        return Decision.answer(found.filter(one ->
                        one.payer().equals(caller.id()) || one.payeePhone().equals(caller.phone()))
                .<Reply>map(one -> new Status(
                        one.reference(),
                        texts.say(caller.spoken(), "remittance.state-" + one.state(), Map.of()),
                        one.payeeShown(),
                        one.receives(),
                        one.changed().atZone(countries.of(caller.country()).zone())))
                .orElseGet(Unfound.NotFound::new));
    }
}
