package org.homeline.signing;

import java.util.regex.Pattern;

/** What the keys of an agents' terminal are called: by the terminal, an eight-character field 41, and by what they are for. */
public final class TerminalKeyName {
    private static final String PREFIX = "terminal-";
    private static final String MASTER = "master";
    private static final Pattern OF_MASTER = Pattern.compile(PREFIX + "[A-Z0-9]{8}\\." + MASTER);

    private TerminalKeyName() {}

    public static String of(String terminal, String use) {
        return PREFIX + terminal + "." + use;
    }

    /** Of the one key that people bring there; the others are sent under it. */
    public static String master(String terminal) {
        return of(terminal, MASTER);
    }

    /** Whether it would be a terminal's, even if it is misspelt beyond that. */
    public static boolean isTerminals(String name) {
        return name.startsWith(PREFIX);
    }

    public static boolean isMaster(String name) {
        return OF_MASTER.matcher(name).matches();
    }
}
