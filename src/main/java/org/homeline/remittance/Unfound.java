package org.homeline.remittance;

import io.micronaut.serde.annotation.Serdeable;

/** Why nothing is said or done of a payment that somebody names: the answers that operations on one share. */
final class Unfound {
    private Unfound() {}

    /** There is none, or it is not the caller's business. */
    @Serdeable
    record NotFound() implements AskStatus.Reply, Undo.Reply {}

    /** None was named, and there is none to tell of. */
    @Serdeable
    record NoneYet() implements AskStatus.Reply {}

    /** That is not written as a reference is. */
    @Serdeable
    record BadReference() implements AskStatus.Reply, Undo.Reply {}
}
