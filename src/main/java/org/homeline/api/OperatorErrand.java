package org.homeline.api;

import java.util.Map;

/**
 * What an operator can ask for that is no operation, because it decides nothing and commits nothing: the audit, a backup.
 * A bean; asked by name as operations are, and written down before it runs.
 */
public interface OperatorErrand {
    /** Apart from every operation's: without a dot. */
    String name();

    /**
     * Does it.
     *
     * @param input as it was sent
     */
    Result run(Map<String, Object> input);

    /**
     * How it went.
     *
     * @param outcome a name
     * @param done whether it is what was wanted
     * @param values simple values, lists and maps
     */
    record Result(String outcome, boolean done, Map<String, Object> values) {}
}
