package org.homeline.gateway.sms;

import org.homeline.phone.PhoneNumber;

/**
 * A text that came in.
 *
 * @param id the provider's, the same when the provider repeats it
 * @param keyword what the provider has acted on already
 */
public record InboundText(String id, PhoneNumber from, String body, Keyword keyword) {
    /** Says nothing of what it says, which may be a code or a PIN. */
    @Override
    public String toString() {
        return "InboundText[" + id + " from " + from.masked() + "]";
    }
}
