package org.homeline.conversation;

import java.util.Map;
import org.homeline.operation.Pin;
import org.jspecify.annotations.Nullable;

/** What the engine wants next. */
public sealed interface Step {
    Session session();

    /**
     * Show this and wait.
     *
     * @param text fits a screen
     * @param ends whether the conversation is over
     * @param underWay whether somebody who is cut off here has something to go on with
     */
    record Show(Session session, String text, boolean ends, boolean underWay) implements Step {
        @Override
        public String toString() {
            return "Show[" + session + (ends ? ", ends]" : "]");
        }
    }

    /**
     * Run the operation and give its outcome to {@link Engine#take}.
     *
     * @param given what fills its input, by component
     */
    record Run(
            Session session,
            String operation,
            Map<String, Object> given,
            @Nullable Pin pin) implements Step {
        @Override
        public String toString() {
            return "Run[" + session + ", " + operation + ", " + given.keySet() + "]";
        }
    }
}
