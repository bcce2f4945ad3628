package org.homeline.operation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.homeline.ledger.Guard;

/** A rule over operations that belongs to none of them: PIN, blocks, limits, velocity, screening. */
public interface Policy {
    /** The reasons it may refuse for; each must have a text {@code refused.<reason>}. */
    Set<String> reasons();

    /** Whether the actor may try this at all; asked before anything is decided. */
    default Optional<Refused> admit(Attempt attempt, Consent consent) {
        return Optional.empty();
    }

    /** Whether what was decided may happen, and under which conditions. */
    default Ruling review(Attempt attempt, Decision.Proposal<?> proposal) {
        return Ruling.FREE;
    }

    /** What a policy says of a proposal. */
    sealed interface Ruling {
        Ruling FREE = new Allowed(List.of());

        /** It may happen if these hold at the commit. */
        record Allowed(List<Condition> conditions) implements Ruling {}

        /** It may not. */
        record Denied(Refused refused) implements Ruling {}
    }

    /** A guard, and what to answer where it does not hold. */
    record Condition(Guard guard, Refused otherwise) {}
}
