package org.homeline.conversation.command;

import java.util.Map;
import org.homeline.language.Language;
import org.homeline.operation.Pin;
import org.jspecify.annotations.Nullable;

/** What a message was read as. */
sealed interface Understanding {
    /** The language of the verb: what to answer in where nothing better is known. */
    Language language();

    /**
     * A command.
     *
     * @param slots by name, without the PIN
     */
    record Understood(
            Command command,
            Language language,
            Map<String, Object> slots,
            @Nullable Pin pin) implements Understanding {
        @Override
        public String toString() {
            return "Understood[" + command.verb() + ", " + slots.keySet() + "]";
        }
    }

    /** @param nearest what was probably meant; null where nothing is near */
    record NotUnderstood(@Nullable Command nearest, Language language) implements Understanding {
        @Override
        public String toString() {
            return "NotUnderstood[" + (nearest == null ? "" : nearest.verb()) + "]";
        }
    }
}
