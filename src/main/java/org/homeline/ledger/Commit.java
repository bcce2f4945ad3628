package org.homeline.ledger;

/** What became of a journal. Callers switch over all of these. */
public sealed interface Commit {
    /** It is written, signed and durable. */
    record Done() implements Commit {}

    /**
     * Its key was used before: this is what that journal answered.
     *
     * @param sameContent whether it was the same request; if not, the outcome is not this caller's to see
     */
    record Repeated(boolean sameContent, byte[] outcome) implements Commit {}

    /** A transfer was refused, so nothing happened. */
    record Refused(int index, Refusal refusal) implements Commit {}

    /** A guard did not hold, so nothing happened. */
    record Guarded(Guard guard) implements Commit {}

    /**
     * Something changed under the decision, so nothing happened: decide again.
     *
     * @param why for the log
     */
    record Conflict(String why) implements Commit {}
}
