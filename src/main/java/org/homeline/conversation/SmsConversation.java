package org.homeline.conversation;

import java.util.Optional;
import org.homeline.phone.PhoneNumber;

/** Answers texts. */
public interface SmsConversation {
    /**
     * Does what the text asks for.
     *
     * @param from who wrote
     * @param body what
     * @param key makes it idempotent: the same text again has the same key, and moves no money again
     * @return what to write back, empty where silence is better
     */
    Optional<String> answer(PhoneNumber from, String body, String key);

    /** What to write back where {@link #answer} failed: that it did, and to try again later. */
    String unavailable(PhoneNumber from);
}
