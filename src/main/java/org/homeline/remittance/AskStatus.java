package org.homeline.remittance;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Map;
import org.homeline.customer.Countries;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.customer.Traced;
import org.homeline.language.Texts;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Reference;
import org.jspecify.annotations.Nullable;

/** Where a payment stands, or other money with a reference; without one the caller's newest payment. */
@Singleton
final class AskStatus extends Operation<AskStatus.Input, AskStatus.Reply> {
    /** @param reference as the receipt has it, or null */
    @Serdeable
    record Input(@Nullable String reference) {}

    /** How it can end. */
    sealed interface Reply extends Outcome
            permits AskStatus.Status, Unfound.NotFound, Unfound.NoneYet, Unfound.BadReference {}

    @Serdeable
    record Status(String reference, String state, String payee, Money receives, ZonedDateTime at) implements Reply {}

    private final Customers customers;
    private final Countries countries;
    private final RemittanceRows remittances;
    private final Traced traced;
    private final Texts texts;

    AskStatus(Customers customers, Countries countries, RemittanceRows remittances, Traced traced, Texts texts) {
        super("remittance.status", Input.class, Reply.class);
        this.customers = customers;
        this.countries = countries;
        this.remittances = remittances;
        this.traced = traced;
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
            return Decision.answer(remittances
                    .findNewest(caller.get().id())
                    .<Reply>map(one -> status(caller.get(), one))
                    .orElseGet(Unfound.NoneYet::new));
        }
        return Reference.read(input.reference())
                .map(reference -> named(caller.get(), reference))
                .orElseGet(() -> Decision.answer(new Unfound.BadReference()));
    }

    /** Only who sent it or gets it may know. */
    private Decision<Reply> named(Customer caller, Reference reference) {
        return Decision.answer(remittances
                .findByReference(reference.text())
                .filter(one ->
                        one.payer().equals(caller.id()) || one.payeePhone().equals(caller.phone()))
                .<Reply>map(one -> status(caller, one))
                .or(() -> traced.trace(caller, reference).map(trace -> status(caller, reference, trace)))
                .orElseGet(Unfound.NotFound::new));
    }

    private Status status(Customer caller, Remittance one) {
        return status(
                caller, new Reference(one.reference()), one.state(), one.payeeShown(), one.receives(), one.changed());
    }

    private Status status(Customer caller, Reference reference, Traced.Trace trace) {
        var state = switch (trace.stage()) {
            case ON_ITS_WAY -> Remittance.BANKING;
            case ARRIVED -> Remittance.BANKED;
            case GIVEN_BACK -> Remittance.DECLINED;
        };
        return status(caller, reference, state, trace.where(), trace.amount(), trace.since());
    }

    private Status status(
            Customer caller, Reference reference, String state, String payee, Money amount, Instant changed) {
        return new Status(
                reference.text(),
                texts.say(caller.spoken(), "remittance.state-" + state, Map.of()),
                payee,
                amount,
                changed.atZone(countries.of(caller.country()).zone()));
    }
}
