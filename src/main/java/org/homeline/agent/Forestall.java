package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;

/**
 * Sees to it that a terminal's request is never done: it was refused, and shall be refused alike when it is repeated; or it
 * is taken back before it came. Takes the very key of the request, of which there is one journal: so of this and the request
 * itself, at whatever moment, one is done, and the other hears that its key belongs to another.
 */
@Singleton
public final class Forestall extends Operation<Forestall.Input, Forestall.Reply> {
    /**
     * @param response how the request is answered, by name
     * @param said the text beside it
     */
    @Serdeable
    public record Input(String response, String said) {}

    /** How it can end; or the request's key belongs to what was done before. */
    public sealed interface Reply extends Outcome {}

    @Serdeable
    public record Never() implements Reply {}

    Forestall() {
        super("agent.forestall", Input.class, Reply.class);
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return Decision.propose(
                new Never(),
                attempt.draft().write(new Forestalled(attempt.key(), input.response(), input.said(), attempt.now())));
    }
}
