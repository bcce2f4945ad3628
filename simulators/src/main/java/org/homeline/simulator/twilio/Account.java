package org.homeline.simulator.twilio;

/**
 * An account at this Twilio.
 *
 * @param sid its name (AC and 32 hexadecimal digits at the real one)
 * @param token its secret
 * @param number the number that people text to
 */
public record Account(String sid, String token, String number) {
    @Override
    public String toString() {
        return "Account[" + sid + "]";
    }
}
