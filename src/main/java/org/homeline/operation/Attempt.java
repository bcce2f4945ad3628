package org.homeline.operation;

import java.time.Instant;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.homeline.language.Texts;
import org.homeline.time.Ids;
import org.jspecify.annotations.Nullable;

/**
 * One try of an operation by an actor.
 *
 * @param role as whom a caller tries it
 * @param key makes it idempotent
 * @param pin as given with it, or null
 * @param readings what was read for it already
 */
public record Attempt(
        String operation,
        Role role,
        Actor actor,
        String key,
        Instant now,
        @Nullable Pin pin,
        Ids ids,
        Texts texts,
        RandomGenerator random,
        Readings readings) {
    /** A fresh list of what to commit. */
    public Draft draft() {
        return new Draft(ids, texts);
    }

    /**
     * The operator's person.
     *
     * @throws IllegalStateException where somebody else tries it: a menu or command names it by mistake
     */
    public Actor.Operator operator() {
        if (actor instanceof Actor.Operator operator) {
            return operator;
        }
        throw new IllegalStateException(operation + " is for the operator, not for " + actor.label());
    }

    /** A new name for a transaction. */
    public Reference reference() {
        return Reference.fresh(random);
    }

    /** A new one-time code: six random digits, which are those of ASCII wherever the server stands. */
    public String code() {
        return String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
    }

    /** The calling phone. */
    public Actor.Caller caller() {
        if (actor instanceof Actor.Caller caller) {
            return caller;
        }
        throw new IllegalStateException(operation + " is for callers, not for " + actor.label());
    }
}
