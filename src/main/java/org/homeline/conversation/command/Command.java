package org.homeline.conversation.command;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeline.configuration.Node;
import org.homeline.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * A verb and what it does. Texts are keys.
 *
 * @param aliases the words for it, folded ({@link Words#fold}), by language
 * @param carrierKeywords words that a carrier keeps to itself; they mean this where they reach us all the same
 * @param example the text with a sentence to copy
 * @param reply what it answers where it runs nothing
 * @param run the operation; null where there is a reply
 * @param on the reply to each outcome
 * @param refused the reply to a refusal, by reason, where it is not the shared one
 */
record Command(
        String verb,
        Node source,
        Map<Language, List<String>> aliases,
        Set<String> carrierKeywords,
        String example,
        List<Slot> slots,
        @Nullable String reply,
        @Nullable String run,
        Map<String, Reply> on,
        Map<String, Reply> refused) {
    /**
     * A part of the sentence; its name is that of the operation's input.
     *
     * @param after words that may stand before it ({@code TO})
     */
    record Slot(String name, SmsSlot as, boolean optional, Set<String> after) {
        /** Whether it follows that word. */
        boolean isAnnounced(String word) {
            return after.contains(Words.fold(word));
        }

        /** Whether only its word tells it from a PIN: four digits alone are never taken for those of an account. */
        boolean needsWord() {
            return optional && as == SmsSlot.TAIL;
        }
    }

    /** What is said of an outcome. */
    sealed interface Reply {
        Node source();

        record Text(String key, Node source) implements Reply {}

        /** Rows of an outcome's list below a text, each a line of its own. */
        record Listing(String key, String component, String row, Node source) implements Reply {
            /** More would cost more parts than they are worth. */
            static final int MOST_ROWS = 5;
        }

        /** Nothing: the journal sends a receipt already. */
        record Silent(Node source) implements Reply {}
    }
}
