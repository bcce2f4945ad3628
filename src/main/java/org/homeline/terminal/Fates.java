package org.homeline.terminal;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;
import org.homeline.agent.Forestall;
import org.homeline.agent.ForestalledRows;
import org.homeline.operation.Actor;
import org.homeline.operation.Refused;
import org.homeline.operation.Teller;

/**
 * Gives each request of a terminal one answer for ever. What was done is the books' own, under the request's key; what was
 * refused takes that key too ({@link Forestall}). Else a request that was refused, and comes again because its answer was
 * lost, might be done: the first answer says that no cash is to be handed out, and arrives after all.
 */
@Singleton
final class Fates {
    private static final Actor ACTOR = new Actor.Worker("terminals");

    private final Teller teller;
    private final ForestalledRows forestalled;

    Fates(Teller teller, ForestalledRows forestalled) {
        this.teller = teller;
        this.forestalled = forestalled;
    }

    /** Whether a request is never done. */
    sealed interface Fate {
        /** So it stands. */
        record Never() implements Fate {}

        /** Its key belongs to something else: it was done. */
        record Done() implements Fate {}

        /** Nobody can say now. */
        record Open() implements Fate {}
    }

    /** The answer of a request that is never done. */
    Optional<Verdict> find(String key) {
        return forestalled.findByRequest(key).map(one -> Verdict.of(Response.find(one.response()), one.said()));
    }

    /** Sees to it that the request is not done from now on, if it was not. */
    Fate forestall(String key, Verdict verdict) {
        var input = new Forestall.Input(verdict.response().label(), Answers.fit(verdict.said(), Answers.SAID));
        return switch (teller.perform("agent.forestall", input, ACTOR, key, null)) {
            case Forestall.Never never -> new Fate.Never();
            case Refused refused
            when refused.reason().equals(Refused.KEY_REUSED) ->
                forestalled.findByRequest(key).isPresent() ? new Fate.Never() : new Fate.Done();
            default -> new Fate.Open();
        };
    }

    /**
     * The answer for good to a request that was just refused.
     *
     * @param again tries it once more: what was done under its key answers
     * @return empty where nobody can say now; the terminal asks again, or takes it back
     */
    Optional<Verdict> refuse(String key, Verdict verdict, Supplier<Verdict> again) {
        return switch (forestall(key, verdict)) {
            case Fate.Never never -> Optional.of(find(key).orElse(verdict));
            case Fate.Done done -> Optional.of(again.get());
            case Fate.Open open -> Optional.empty();
        };
    }
}
