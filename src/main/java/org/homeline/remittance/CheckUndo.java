package org.homeline.remittance;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.customer.Customers;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Reference;
import org.homeline.settlement.Instructions;

/** Whether {@link Undo} would do, so that it is offered only then. */
@Singleton
final class CheckUndo extends Operation<CheckUndo.Input, CheckUndo.Reply> {
    /** @param reference of any transaction of the caller's */
    @Serdeable
    record Input(String reference) {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record Undoable() implements Reply {}

    @Serdeable
    record Settled() implements Reply {}

    private final Customers customers;
    private final RemittanceRows remittances;
    private final Instructions instructions;

    CheckUndo(Customers customers, RemittanceRows remittances, Instructions instructions) {
        super("remittance.checkUndo", Input.class, Reply.class);
        this.customers = customers;
        this.remittances = remittances;
        this.instructions = instructions;
    }

    @Override
    public boolean onlyAnswers() {
        return true;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var payer = customers.calling(attempt);
        boolean undoable = Reference.read(input.reference())
                .flatMap(reference -> remittances.findByReference(reference.text()))
                .filter(one ->
                        payer.filter(caller -> caller.id().equals(one.payer())).isPresent())
                .filter(one -> one.isUndoTime(attempt.now()) && isHere(one))
                .isPresent();
        return Decision.answer(undoable ? new Undoable() : new Settled());
    }

    /** Neither the payee nor a bank has it. */
    private boolean isHere(Remittance remittance) {
        return remittance.waiting().isPresent()
                || (remittance.banking().isPresent()
                        && instructions.unsent(remittance.id()).isPresent());
    }
}
