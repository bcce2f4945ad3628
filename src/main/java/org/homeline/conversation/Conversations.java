package org.homeline.conversation;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.homeline.operation.Actor;
import org.homeline.operation.Teller;

/** Leads a conversation from one screen to the next: runs what the engine asks for until there is something to show. */
@Singleton
public final class Conversations {
    /** Operations in a row that one input may set off; more can only be a ring in the menus. */
    private static final int MOST_OPERATIONS = 8;

    private final Engine engine;
    private final Teller teller;

    Conversations(Engine engine, Teller teller) {
        this.engine = engine;
        this.teller = teller;
    }

    /** A new conversation. */
    public Step.Show begin(UUID id, Actor.Caller caller) {
        return lead(engine.begin(id), caller);
    }

    /** Asks somebody who was cut off whether to go on. */
    public Step.Show offer(Session dropped) {
        return engine.offer(dropped);
    }

    /** The screen after an input. The same session and input may be given again: what was done is not done twice. */
    public Step.Show type(Session session, String input, Actor.Caller caller) {
        return lead(engine.type(session, input), caller);
    }

    private Step.Show lead(Step first, Actor.Caller caller) {
        var step = first;
        for (int done = 0; done < MOST_OPERATIONS; done++) {
            switch (step) {
                case Step.Show show -> {
                    return show;
                }
                case Step.Run run -> step = engine.take(run.session(), perform(run, caller, done));
            }
        }
        throw new IllegalStateException("the menus run in a ring at " + step.session());
    }

    private org.homeline.operation.Outcome perform(Step.Run run, Actor.Caller caller, int place) {
        var operation = teller.find(run.operation())
                .orElseThrow(() -> new IllegalStateException("no operation is called " + run.operation()));
        var session = run.session();
        var key = "ussd:" + session.id() + ":" + session.step() + (place == 0 ? "" : "." + place);
        return teller.perform(operation.name(), Inputs.fill(operation, run.given()), caller, key, run.pin());
    }
}
