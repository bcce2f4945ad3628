package org.homeline.remittance;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.homeline.customer.Countries;
import org.homeline.customer.Customers;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;

/** Gives back what nobody collected in its time, and tells both. */
@Singleton
final class Return extends Operation<Return.Input, Return.Reply> {
    static final String NAME = "remittance.return";

    @Serdeable
    record Input(UUID id) {}

    /** How it can end. */
    sealed interface Reply extends Outcome permits Return.Returned, Return.NothingToDo {}

    @Serdeable
    record Returned(String reference) implements Reply {}

    /** It was collected or went back before, or its time is not over. */
    @Serdeable
    record NothingToDo() implements Reply {}

    private final Customers customers;
    private final Countries countries;
    private final RemittanceRows remittances;
    private final Refund refund;

    Return(Customers customers, Countries countries, RemittanceRows remittances, Refund refund) {
        super(NAME, Input.class, Reply.class);
        this.customers = customers;
        this.countries = countries;
        this.remittances = remittances;
        this.refund = refund;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return remittances
                .findById(input.id())
                .filter(one -> !attempt.now().isBefore(one.expires()))
                .flatMap(Remittance::waiting)
                .map(waiting -> giveBack(attempt, waiting))
                .orElseGet(() -> Decision.answer(new NothingToDo()));
    }

    private Decision<Reply> giveBack(Attempt attempt, Remittance.Waiting waiting) {
        var remittance = waiting.remittance();
        var payer = customers.find(attempt, remittance.payer()).orElseThrow();
        var draft = attempt.draft();
        var movement = refund.prepare(attempt, draft, payer, waiting, waiting.returned(attempt.now()));
        draft.tell(
                payer.number(),
                payer.spoken(),
                "remittance.returned",
                Map.of(
                        "total", remittance.total(),
                        "payee", remittance.payeePhone(),
                        "reference", remittance.reference()));
        draft.tell(
                remittance.payeeNumber(),
                countries.of(remittance.toCountry()).language(),
                "remittance.went-back",
                Map.of("receives", remittance.receives(), "payer", payer.name()));
        return Decision.propose(new Returned(remittance.reference()), draft, movement);
    }
}
