package org.homeline.remittance;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.homeline.customer.Countries;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.customer.Traced;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Draft;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Reference;
import org.homeline.settlement.Instructions;

/**
 * Takes a payment back within half an hour, unless somebody has the money already or a bank may have it: everything comes back, fees and taxes
 * included, at once (12 CFR 1005.34 allows three business days). The confirmation code is enough identification.
 */
@Singleton
final class Undo extends Operation<Undo.Input, Undo.Reply> {
    /** @param reference as the receipt has it */
    @Serdeable
    record Input(String reference) {}

    /** How it can end. */
    sealed interface Reply extends Outcome
            permits Undo.Undone,
                    Undo.TooLate,
                    Undo.AlreadyCollected,
                    Undo.AlreadyUndone,
                    Undo.OnItsWay,
                    Unfound.NotFound,
                    Unfound.BadReference {}

    @Serdeable
    record Undone(String reference, Money total) implements Reply {}

    @Serdeable
    record TooLate(Duration window) implements Reply {}

    @Serdeable
    record AlreadyCollected() implements Reply {}

    /** It went back before. */
    @Serdeable
    record AlreadyUndone() implements Reply {}

    /** A bank was told to take it, or may have been. */
    @Serdeable
    record OnItsWay(String payee) implements Reply {}

    private final Customers customers;
    private final Countries countries;
    private final RemittanceRows remittances;
    private final Refund refund;
    private final Instructions instructions;
    private final Traced traced;

    Undo(
            Customers customers,
            Countries countries,
            RemittanceRows remittances,
            Refund refund,
            Instructions instructions,
            Traced traced) {
        super("remittance.undo", Input.class, Reply.class);
        this.customers = customers;
        this.countries = countries;
        this.remittances = remittances;
        this.refund = refund;
        this.instructions = instructions;
        this.traced = traced;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var reference = Reference.read(input.reference());
        if (reference.isEmpty()) {
            return Decision.answer(new Unfound.BadReference());
        }
        var payer = customers.calling(attempt);
        var found = remittances
                .findByReference(reference.get().text())
                .filter(one ->
                        payer.filter(caller -> caller.id().equals(one.payer())).isPresent());
        if (payer.isEmpty() || found.isEmpty()) {
            return Decision.answer(payer.flatMap(caller -> traced.trace(caller, reference.get()))
                    .map(Undo::toOwnBank)
                    .orElseGet(Unfound.NotFound::new));
        }
        return switch (found.get().state()) {
            case Remittance.UNDONE, Remittance.RETURNED, Remittance.DECLINED -> Decision.answer(new AlreadyUndone());
            case Remittance.BANKING -> recall(attempt, payer.get(), found.get());
            case Remittance.DEPOSITED, Remittance.COLLECTED, Remittance.BANKED ->
                Decision.answer(new AlreadyCollected());
            default -> undo(attempt, payer.get(), found.get());
        };
    }

    private static Reply toOwnBank(Traced.Trace trace) {
        return switch (trace.stage()) {
            case ON_ITS_WAY -> new OnItsWay(trace.where());
            case ARRIVED -> new AlreadyCollected();
            case GIVEN_BACK -> new AlreadyUndone();
        };
    }

    /** What no bank was told of yet can be taken back as well as what waits. */
    private Decision<Reply> recall(Attempt attempt, Customer payer, Remittance remittance) {
        var unsent = instructions.unsent(remittance.id());
        if (unsent.isEmpty()) {
            return Decision.answer(new OnItsWay(remittance.payeeShown()));
        }
        if (!remittance.isUndoTime(attempt.now())) {
            return Decision.answer(new TooLate(RemittanceSettings.UNDO_WINDOW));
        }
        var banking = remittance.banking().orElseThrow();
        var draft = attempt.draft();
        instructions.cancel(draft, unsent.get());
        var movement = refund.prepare(attempt, draft, payer, banking, banking.undone(attempt.now()));
        tell(draft, payer, remittance);
        return Decision.propose(new Undone(remittance.reference(), remittance.total()), draft, movement);
    }

    private static void tell(Draft draft, Customer payer, Remittance remittance) {
        draft.tell(
                payer.number(),
                payer.spoken(),
                "remittance.undone",
                Map.of("total", remittance.total(), "reference", remittance.reference()));
    }

    private Decision<Reply> undo(Attempt attempt, Customer payer, Remittance remittance) {
        if (!remittance.isUndoTime(attempt.now())) {
            return Decision.answer(new TooLate(RemittanceSettings.UNDO_WINDOW));
        }
        var waiting = remittance.waiting().orElseThrow();
        var draft = attempt.draft();
        var movement = refund.prepare(attempt, draft, payer, waiting, waiting.undone(attempt.now()));
        tell(draft, payer, remittance);
        draft.tell(
                remittance.payeeNumber(),
                countries.of(remittance.toCountry()).language(),
                "remittance.taken-back",
                Map.of("receives", remittance.receives(), "payer", payer.name()));
        return Decision.propose(new Undone(remittance.reference(), remittance.total()), draft, movement);
    }
}
