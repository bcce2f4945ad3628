package org.homeline.gateway.ussd;

import io.micronaut.serde.annotation.Serdeable;
import org.homeline.conversation.Session;
import org.homeline.conversation.Step;

/**
 * A session with the last thing it was told, so that a repeated callback hears it again.
 *
 * @param resumable whether the next dial offers to go on with it
 */
@Serdeable
record Kept(Session session, String answer, boolean ended, boolean resumable) {
    static Kept of(Step.Show show) {
        return new Kept(show.session(), show.text(), show.ends(), show.underWay());
    }

    Answer repeat() {
        return new Answer(answer, ended);
    }
}
