package org.homeline.conversation.command;

import java.util.Map;
import java.util.Optional;
import org.homeline.language.Language;

/**
 * What people call the languages.
 *
 * @param byName by folded name
 */
record Languages(Map<String, Language> byName) {
    Languages {
        byName = Map.copyOf(byName);
    }

    Optional<Language> find(String name) {
        return Optional.ofNullable(byName.get(Words.fold(name)));
    }
}
