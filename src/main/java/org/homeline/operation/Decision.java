package org.homeline.operation;

import org.jspecify.annotations.Nullable;

/** What an operation decided. */
public sealed interface Decision<O extends Outcome> {
    /** An answer that changes nothing: something read, or the operation's own refusal. */
    record Answer<O extends Outcome>(O outcome) implements Decision<O> {}

    /**
     * Something to commit, and the answer once it is.
     *
     * @param movement for the policies; null where no customer's money moves
     * @param consent what this one needs, where it is more than {@link Operation#consent} asked for
     */
    record Proposal<O extends Outcome>(
            O outcome, Draft draft, @Nullable Movement movement, Consent consent) implements Decision<O> {}

    static <O extends Outcome> Decision<O> answer(O outcome) {
        return new Answer<>(outcome);
    }

    static <O extends Outcome> Decision<O> propose(O outcome, Draft draft) {
        return new Proposal<>(outcome, draft, null, Consent.PHONE);
    }

    static <O extends Outcome> Decision<O> propose(O outcome, Draft draft, Movement movement) {
        return new Proposal<>(outcome, draft, movement, Consent.PHONE);
    }

    static <O extends Outcome> Decision<O> propose(O outcome, Draft draft, Movement movement, Consent consent) {
        return new Proposal<>(outcome, draft, movement, consent);
    }
}
