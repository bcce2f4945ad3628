package org.homeline.api;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;

/** Writes down that an operator looked at something, or tried something that was refused. */
@Singleton
final class NoteOperation extends Operation<NoteOperation.Note, NoteOperation.Noted> {
    static final String NAME = "operator.note";

    /**
     * @param operation what was asked
     * @param input as it was read: what is secret in it is masked
     */
    @Serdeable
    record Note(String operation, String input) {}

    /** It is written. */
    sealed interface Noted extends Outcome {
        @Serdeable
        record Written() implements Noted {}
    }

    NoteOperation() {
        super(NAME, Note.class, Noted.class);
    }

    @Override
    public Decision<Noted> decide(Note note, Attempt attempt) {
        return Decision.propose(
                new Noted.Written(),
                attempt.draft().fact("operation", note.operation()).fact("input", note.input()));
    }
}
