package org.homeline.gateway.ussd;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.homeline.database.Vendor;
import org.homeline.phone.PhoneNumber;
import org.homeline.signing.Keys;

/**
 * Sessions as they are kept: sealed, in the table. On H2, whose one process sees every step, the last ones are also
 * remembered open, so that a step need not read and unseal what the step before has just written.
 */
@Singleton
final class Sessions {
    /** How long after its last step a session is kept, and offered on the next dial. */
    static final Duration KEPT = Duration.ofMinutes(5);

    /** About a kilobyte each. */
    private static final int MOST_REMEMBERED = 4096;

    private static final Argument<Kept> KEPT_TYPE = Argument.of(Kept.class);

    /** @param version changes with every step, so that of two at the same moment one alone is taken */
    record Stored(PhoneNumber phone, String sessionId, int version, Handled handled, Kept kept, Instant expires) {}

    private record Name(PhoneNumber phone, String sessionId) {}

    private final SessionTable table;
    private final Keys keys;
    private final Clock clock;
    private final boolean remembers;
    private final Cache<Name, Stored> remembered;
    /** Knows how one type is written, so that it need not be looked up at each step. */
    private final JsonMapper json;

    Sessions(SessionTable table, Keys keys, ObjectMapper json, Clock clock, Vendor vendor) {
        this.table = table;
        this.keys = keys;
        this.json = json.createSpecific(KEPT_TYPE);
        this.clock = clock;
        this.remembers = vendor == Vendor.H2;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .executor(Runnable::run)
                .build();
    }

    Optional<Stored> find(PhoneNumber phone, String sessionId) {
        var now = clock.instant();
        var known = remembered.getIfPresent(new Name(phone, sessionId));
        if (known != null && known.expires().isAfter(now)) {
            return Optional.of(known);
        }
        return table.find(phone, sessionId, now).map(this::opened);
    }

    /** The session that the phone was last in the middle of. */
    Optional<Stored> latestResumable(PhoneNumber phone) {
        return table.latestResumable(phone, clock.instant()).map(this::opened);
    }

    /** Whether it is new. */
    boolean begin(PhoneNumber phone, String sessionId, Handled handled, Kept kept) {
        var begun =
                new Stored(phone, sessionId, 0, handled, kept, clock.instant().plus(KEPT));
        return remember(begun, table.insert(sealed(begun)));
    }

    /** Whether nobody else took a step meanwhile. */
    boolean follow(Stored before, Handled handled, Kept kept) {
        var next = new Stored(
                before.phone(),
                before.sessionId(),
                before.version() + 1,
                handled,
                kept,
                clock.instant().plus(KEPT));
        return remember(next, table.update(sealed(next)));
    }

    private boolean remember(Stored stored, boolean written) {
        var name = new Name(stored.phone(), stored.sessionId());
        if (!written) {
            remembered.invalidate(name);
        } else if (remembers) {
            remembered.put(name, stored);
        }
        return written;
    }

    private SessionTable.Row sealed(Stored stored) {
        try {
            return new SessionTable.Row(
                    stored.phone(),
                    stored.sessionId(),
                    stored.version(),
                    stored.handled(),
                    keys.seal(
                            json.writeValueAsBytes(KEPT_TYPE, stored.kept()),
                            context(stored.phone(), stored.sessionId())),
                    stored.kept().resumable(),
                    stored.expires());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Stored opened(SessionTable.Row row) {
        try {
            var kept = Objects.requireNonNull(
                    json.readValue(keys.open(row.state(), context(row.phone(), row.sessionId())), KEPT_TYPE));
            return new Stored(row.phone(), row.sessionId(), row.version(), row.handled(), kept, row.expires());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] context(PhoneNumber phone, String sessionId) {
        return (phone.e164() + " " + sessionId).getBytes(StandardCharsets.UTF_8);
    }
}
