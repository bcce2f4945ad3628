package org.homeline.database;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leases through the database: of many nodes, one at a time does a thing. */
@Singleton
public final class Leases {
    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

    private final Transactions transactions;
    private final Clock clock;
    private final UUID owner;

    Leases(Transactions transactions, Clock clock, RandomGenerator random) {
        this.transactions = transactions;
        this.clock = clock;
        this.owner = new UUID(random.nextLong(), random.nextLong());
    }

    /**
     * Takes the lease where it is free or has ended, renews it where it is this node's already.
     *
     * @param length for how long from now
     * @return empty where another node has it
     */
    public Optional<Lease> take(String name, Duration length) {
        return transactions.write(connection -> {
            try (var create = connection.prepareStatement(
                    "insert into lease (name, owner, epoch, until) values (?, ?, 0, ?) on conflict do nothing")) {
                create.setString(1, name);
                create.setObject(2, owner);
                create.setObject(3, at(Instant.EPOCH));
                create.executeUpdate();
            }
            try (var read =
                    connection.prepareStatement("select owner, epoch, until from lease where name = ? for update")) {
                read.setString(1, name);
                try (var row = read.executeQuery()) {
                    row.next();
                    var mine = owner.equals(row.getObject(1, UUID.class));
                    var epoch = row.getLong(2);
                    var until = row.getObject(3, OffsetDateTime.class).toInstant();
                    var now = clock.instant();
                    if (!mine && now.isBefore(until)) {
                        return Optional.empty();
                    }
                    var held = mine && now.isBefore(until);
                    var lease = new Lease(name, held ? epoch : epoch + 1, now.plus(length));
                    write(connection, lease);
                    return Optional.of(lease);
                }
            }
        });
    }

    /** Lets others have it at once. */
    public void release(Lease lease) {
        transactions.write(connection -> {
            try (var end = connection.prepareStatement("update lease set until = ? where name = ? and epoch = ?")) {
                end.setObject(1, at(Instant.EPOCH));
                end.setString(2, lease.name());
                end.setLong(3, lease.epoch());
                return end.executeUpdate();
            }
        });
    }

    /** Lets others have all that this node holds: at a clean stop. One that can't say so any more just waits for their end. */
    @PreDestroy
    void releaseAll() {
        try {
            transactions.write(connection -> {
                try (var end = connection.prepareStatement("update lease set until = ? where owner = ?")) {
                    end.setObject(1, at(Instant.EPOCH));
                    end.setObject(2, owner);
                    return end.executeUpdate();
                }
            });
        } catch (DatabaseException gone) {
            LOG.debug("leases were left to end by themselves", gone);
        }
    }

    /**
     * Whether the lease is still its owner's, checked inside the owner's transaction: until that commits, nobody else can
     * take it.
     */
    public boolean holds(Connection connection, Lease lease) throws SQLException {
        try (var read = connection.prepareStatement(
                "select 1 from lease where name = ? and epoch = ? and owner = ? for update")) {
            read.setString(1, lease.name());
            read.setLong(2, lease.epoch());
            read.setObject(3, owner);
            try (var row = read.executeQuery()) {
                return row.next();
            }
        }
    }

    private void write(Connection connection, Lease lease) throws SQLException {
        try (var update =
                connection.prepareStatement("update lease set owner = ?, epoch = ?, until = ? where name = ?")) {
            update.setObject(1, owner);
            update.setLong(2, lease.epoch());
            update.setObject(3, at(lease.until()));
            update.setString(4, lease.name());
            update.executeUpdate();
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
