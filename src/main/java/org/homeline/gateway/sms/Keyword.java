package org.homeline.gateway.sms;

import java.util.Locale;
import java.util.Set;

/**
 * What carriers and providers act on by themselves, so that nothing of ours answers it. The words are Twilio's defaults for
 * opting out and in (documentation, "Twilio support for opt-out keywords"); each counts only where it is the whole text.
 */
public enum Keyword {
    STOP,
    START,
    HELP,
    /** An ordinary text. */
    NONE;

    private static final Set<String> STOPS =
            Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");
    private static final Set<String> STARTS = Set.of("START", "YES", "UNSTOP");

    /** Reads the whole text; HELP is never read from it, because it reaches us only where the provider has not answered it. */
    public static Keyword of(String body) {
        var word = body.strip().toUpperCase(Locale.ROOT);
        if (STOPS.contains(word)) {
            return STOP;
        }
        return STARTS.contains(word) ? START : NONE;
    }
}
