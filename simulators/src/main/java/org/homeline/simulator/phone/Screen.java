package org.homeline.simulator.phone;

/**
 * What a USSD dialogue shows.
 *
 * @param text as it came
 * @param ends whether the session is over with it
 */
public record Screen(String text, boolean ends) {
    private static final String BROKEN = "Connection problem or invalid MMI code";

    /** What a phone shows for whatever is not an answer. */
    static Screen broken(String why) {
        return new Screen(BROKEN + " (" + why + ")", true);
    }

    /** What a person at the keyboard may do about an answer that is none. */
    public static final String MEND =
            "Is the server running (--server), and does it take calls: with --insecure-gateways,"
                    + " or with the key that is given with --key?";

    /** Whether no answer came, or none that is one. */
    public boolean isBroken() {
        return ends && text.startsWith(BROKEN);
    }
}
