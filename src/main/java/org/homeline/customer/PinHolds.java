package org.homeline.customer;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeline.database.Transactions;
import org.homeline.ledger.Row;
import org.homeline.ledger.RowWriter;
import org.homeline.operation.Draft;

/**
 * Whose PIN the operator reset, and until when no value leaves them: whoever took over a phone number and talked the operator
 * into a reset finds that the owner has time to notice.
 */
@Singleton
public final class PinHolds {
    private final Transactions transactions;
    private final PinSettings settings;

    PinHolds(Transactions transactions, Tiers tiers) {
        this.transactions = transactions;
        this.settings = tiers.pin();
    }

    /** A hold to be written with a journal. */
    record Hold(UUID owner, Instant until) implements Row {}

    /** Until when nothing leaves the owner now; empty where it may. */
    public Optional<Instant> find(UUID owner, Instant now) {
        return transactions.read(connection -> {
            try (var select =
                    connection.prepareStatement("select held_until from pin_hold where owner = ? and held_until > ?")) {
                select.setObject(1, owner);
                select.setObject(2, now.atOffset(ZoneOffset.UTC));
                try (var row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
                            : Optional.empty();
                }
            }
        });
    }

    /**
     * Adds to the journal that takes the PIN away what keeps the value where it is.
     *
     * @return until when; empty where the operator wants no hold
     */
    public Optional<Instant> add(Draft draft, UUID owner, Instant now) {
        if (settings.holdAfterReset().isZero()) {
            return Optional.empty();
        }
        var until = now.plus(settings.holdAfterReset());
        draft.write(new Hold(owner, until)).fact("held-until", until);
        return Optional.of(until);
    }

    /** For the text that tells the owner of the reset. */
    public Map<String, Object> values() {
        Duration length = settings.holdAfterReset();
        return Map.of("held", !length.isZero(), "for", length);
    }

    /** A later hold replaces an earlier one. */
    @Singleton
    static final class Writer implements RowWriter<Hold> {
        @Override
        public Class<Hold> rows() {
            return Hold.class;
        }

        @Override
        public void write(Connection connection, List<Hold> holds) throws SQLException {
            try (var delete = connection.prepareStatement("delete from pin_hold where owner = ?");
                    var insert =
                            connection.prepareStatement("insert into pin_hold (owner, held_until) values (?, ?)")) {
                for (var hold : holds) {
                    delete.setObject(1, hold.owner());
                    delete.addBatch();
                    insert.setObject(1, hold.owner());
                    insert.setObject(2, hold.until().atOffset(ZoneOffset.UTC));
                    insert.addBatch();
                }
                delete.executeBatch();
                insert.executeBatch();
            }
        }
    }
}
