package org.homeline.testing;

import java.util.Set;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Lets something else happen, from its beginning to its end, between an operation's decision and its commit: what two
 * requests at the same moment can do to each other, in one order, every time. Give it to a {@link TestServer}.
 */
public final class Meanwhile implements Policy {
    private String operation = "";
    private @Nullable Runnable event;

    /** Once, when the operation has decided for the first time. */
    public void during(String operation, Runnable event) {
        this.operation = operation;
        this.event = event;
    }

    /** Whether it has happened, or nothing was to happen. */
    public boolean happened() {
        return event == null;
    }

    @Override
    public Set<String> reasons() {
        return Set.of();
    }

    @Override
    public Ruling review(Attempt attempt, Decision.Proposal<?> proposal) {
        var now = event;
        if (now != null && attempt.operation().equals(operation)) {
            event = null;
            now.run();
        }
        return Ruling.FREE;
    }
}
