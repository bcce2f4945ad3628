package org.homeline.customer;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Pin;
import org.homeline.operation.Role;

/** Whether a new PIN will do, so that nobody types one twice that will not. */
@Singleton
final class JudgePin extends Operation<JudgePin.Input, JudgePin.Reply> {
    @Serdeable
    record Input(Pin pin) {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record Strong() implements Reply {}

    @Serdeable
    record WeakPin() implements Reply {}

    JudgePin() {
        super("customer.judgePin", Input.class, Reply.class);
    }

    /** Newcomers choose one too, and agents. */
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
        return Decision.answer(Pins.isWeak(input.pin(), attempt.caller().phone()) ? new WeakPin() : new Strong());
    }
}
