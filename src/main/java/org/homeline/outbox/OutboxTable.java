package org.homeline.outbox;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.homeline.database.Durability;
import org.homeline.database.Transactions;
import org.homeline.signing.Keys;

/**
 * Where messages wait. A message whose id is already there is not written again, so an id that follows from what is
 * answered makes a repeated answer harmless.
 */
@Singleton
public final class OutboxTable {
    private final Transactions transactions;
    private final Durability durability;
    private final Keys keys;
    private final Clock clock;
    private final Bell bell;

    OutboxTable(Transactions transactions, Durability durability, Keys keys, Clock clock, Bell bell) {
        this.transactions = transactions;
        this.durability = durability;
        this.keys = keys;
        this.clock = clock;
        this.bell = bell;
    }

    /** Writes the messages in the caller's transaction; {@link #wake} once that is durable. */
    public void write(Connection connection, List<Message> messages) throws SQLException {
        if (messages.isEmpty()) {
            return;
        }
        var now = clock.instant();
        try (var insert = connection.prepareStatement("insert into outbox"
                + " (id, shard, recipient, text, state, tries, created, expires, due, report)"
                + " values (?, ?, ?, ?, 'waiting', 0, ?, ?, ?, 0) on conflict do nothing")) {
            for (var message : messages) {
                insert.setObject(1, message.id());
                insert.setInt(2, Shards.of(message.to()));
                insert.setString(3, message.to().e164());
                insert.setBytes(4, Seal.seal(keys, message.id(), message.text()));
                insert.setObject(5, at(now));
                insert.setObject(6, at(now.plus(message.lifetime())));
                insert.setObject(7, at(now));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Tells the delivery that something was committed. */
    public void wake() {
        bell.ring();
    }

    /** Writes a message that belongs to no journal; it is durable by the time this returns. */
    public void enqueue(Message message) {
        transactions.write(connection -> {
            write(connection, List.of(message));
            return message;
        });
        durability.await();
        wake();
    }

    public Backlog backlog() {
        return transactions.read(connection -> {
            try (var select =
                            connection.prepareStatement("select count(*), min(created) from outbox where shard >= 0");
                    var row = select.executeQuery()) {
                row.next();
                var oldest = Optional.ofNullable(row.getObject(2, OffsetDateTime.class));
                return new Backlog(row.getLong(1), oldest.map(OffsetDateTime::toInstant));
            }
        });
    }

    /** As the database keeps it: not rounded, so that what is due now is never due a moment later. */
    static OffsetDateTime at(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
