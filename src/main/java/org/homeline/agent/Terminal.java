package org.homeline.agent;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.homeline.ledger.Row;

/**
 * A cash terminal, bound to the agent whose till it stands at.
 *
 * @param id as it names itself: eight capitals and digits (ISO 8583, field 41)
 * @param status {@link #ACTIVE} or {@link #BLOCKED}
 * @param version how often this was changed; 0 for a new one
 */
@MappedEntity("terminal")
record Terminal(@Id String id, UUID agent, String status, Instant since, long version) implements Row {
    static final String ACTIVE = "active";
    static final String BLOCKED = "blocked";
    private static final Pattern ID = Pattern.compile("[A-Z0-9]{8}");

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    boolean isActive() {
        return status.equals(ACTIVE);
    }

    Terminal withStatus(String chosen) {
        return new Terminal(id, agent, chosen, since, version);
    }
}
