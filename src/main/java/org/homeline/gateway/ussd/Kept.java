package org.homeline.gateway.ussd;

import io.micronaut.serde.annotation.Serdeable;
import org.homeline.conversation.Session;
import org.homeline.conversation.Step;

/** A session with the last thing it was told, so that a repeated callback hears it again. */
@Serdeable
record Kept(Session session, String answer, boolean ended) {
    static Kept of(Step.Show show) {
        return new Kept(show.session(), show.text(), show.ends());
    }

    Answer repeat() {
        return new Answer(answer, ended);
    }

    boolean isResumable() {
        return !ended && session.isUnderWay();
    }
}
