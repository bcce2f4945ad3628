package org.homeline.ledger;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.homeline.database.Transactions;
import org.homeline.time.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Turns at deciding on something that is not there yet, where no row's version can show that it has come since: no
 * customer with that number, no code that waits. Whoever decides on it takes the turn first, then reads, and writes the
 * turn with the journal: of two who took the same turn, the second to commit is stale and decides again.
 */
@Singleton
public final class Turns implements RowWriter<Turns.Turn> {
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    Turns(Transactions transactions, Ids ids, Clock clock) {
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A turn as it was taken.
     *
     * @param last whose turn it was then; null where nobody's, or long ago
     */
    public record Turn(String about, @Nullable UUID last, UUID next, Instant taken) implements Row {}

    /** @param about what is decided on, unique over all turns; at most 100 characters */
    public Turn take(String about) {
        return transactions.read(connection -> {
            try (var select = connection.prepareStatement("select holder from turn where about = ?")) {
                select.setString(1, about);
                try (var row = select.executeQuery()) {
                    return new Turn(
                            about, row.next() ? row.getObject(1, UUID.class) : null, ids.next(), clock.instant());
                }
            }
        });
    }

    @Override
    public Class<Turn> rows() {
        return Turn.class;
    }

    @Override
    public void write(Connection connection, List<Turn> turns) throws SQLException {
        try (var insert = connection.prepareStatement("insert into turn (holder, taken, about) values (?,?,?)");
                var update = connection.prepareStatement(
                        "update turn set holder = ?, taken = ? where about = ? and holder = ?")) {
            for (var turn : turns) {
                var statement = turn.last() == null ? insert : update;
                statement.setObject(1, turn.next());
                statement.setObject(2, turn.taken().atOffset(ZoneOffset.UTC));
                statement.setString(3, turn.about());
                if (turn.last() != null) {
                    statement.setObject(4, turn.last());
                }
                statement.addBatch();
            }
            insert.executeBatch();
            StaleRowException.unlessEach(update.executeBatch(), "the turn");
        }
    }
}
