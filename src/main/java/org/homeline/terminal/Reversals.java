package org.homeline.terminal;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.homeline.agent.Reverse;
import org.homeline.operation.Actor;
import org.homeline.operation.Refused;
import org.homeline.operation.Teller;

/**
 * Reversal advices (0420, and 0421 where it comes again): a terminal got no answer to a request, and treats it as not done.
 * First the request's key is taken, so that it is never done from now on; where that can't be, it was done, and is taken
 * back. Of the two one always happens, whether the advice comes before its original, after it or at the same moment.
 */
@Singleton
final class Reversals {
    private final Teller teller;
    private final Verdicts verdicts;
    private final Fates fates;

    Reversals(Teller teller, Verdicts verdicts, Fates fates) {
        this.teller = teller;
        this.verdicts = verdicts;
        this.fates = fates;
    }

    /** Empty where nobody can say now what becomes of it: the terminal repeats it. */
    Optional<Verdict> answer(Request request) throws Request.MissingException {
        var original = request.originalKey();
        var input = new Reverse.Input(original, request.terminal(), request.amount());
        var language = request.agent().spoken();
        return switch (fates.forestall(original, verdicts.reversedBefore(language))) {
            case Fates.Fate.Never never -> Optional.of(verdicts.nothingToReverse(language));
            case Fates.Fate.Open open -> Optional.empty();
            case Fates.Fate.Done done -> {
                var actor = new Actor.Worker("terminal " + request.terminal());
                var outcome = teller.perform("agent.reverse", input, actor, "reversal of " + original, null);
                yield outcome instanceof Refused refused && refused.reason().equals(Refused.BUSY)
                        ? Optional.empty()
                        : Optional.of(verdicts.reversal(outcome, language));
            }
        };
    }
}
