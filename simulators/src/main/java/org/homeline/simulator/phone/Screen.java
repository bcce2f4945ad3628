package org.homeline.simulator.phone;

/**
 * What a USSD dialogue shows.
 *
 * @param text as it came
 * @param ends whether the session is over with it
 */
public record Screen(String text, boolean ends) {
    /** What a phone shows for whatever is not an answer. */
    static Screen broken(String why) {
        return new Screen("Connection problem or invalid MMI code (" + why + ")", true);
    }
}
