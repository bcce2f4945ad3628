package org.homeline;

import jakarta.inject.Singleton;
import org.homeline.database.DurabilityLostException;
import org.homeline.database.FlushFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the process at once: a later flush could succeed and hide what this one lost. */
@Singleton
final class HaltOnFlushFailure implements FlushFailure {
    /** EX_SOFTWARE of sysexits.h. */
    static final int STATUS = 70;

    private static final Logger LOG = LoggerFactory.getLogger(HaltOnFlushFailure.class);
    private volatile boolean closing;

    /** From here on the database is being closed, which writes everything: whoever waited too long gets no answer, and that is all. */
    void closing() {
        closing = true;
    }

    @Override
    public void happened(DurabilityLostException lost) {
        if (closing) {
            LOG.warn("a request was still waiting for its commit when the server stopped; it got no answer");
            return;
        }
        LOG.error(
                "what was committed did not reach the disk: Homeline stops. Look at the disk before the next start.",
                lost);
        Runtime.getRuntime().halt(STATUS);
    }
}
