package org.homeline.operation;

import java.util.Map;

/**
 * What the Teller answers in place of any operation: a policy refused, or the system could not.
 *
 * @param reason a name; its text is {@code refused.<reason>} in every language
 * @param values for the text
 */
public record Refused(String reason, Map<String, Object> values) implements Outcome {
    /** The PIN is needed and was not given: ask for it and come again with the same inputs and key. */
    public static final String PIN_NEEDED = "pin-needed";
    /** Too many were at the same thing at once. */
    public static final String BUSY = "busy";
    /** The key belongs to another request. */
    public static final String KEY_REUSED = "key-reused";

    public Refused(String reason) {
        this(reason, Map.of());
    }
}
