package org.homeline.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The table behind {@link Guard.Counter}. */
final class CounterTable {
    /** A counter under lock. */
    static final class Count {
        private final String name;
        private final Instant expires;
        private final boolean isNew;
        private long value;

        Count(String name, Instant expires, boolean isNew, long value) {
            this.name = name;
            this.expires = expires;
            this.isNew = isNew;
            this.value = value;
        }

        long value() {
            return value;
        }

        /** False where the count would not fit; what is taken back stops at zero. */
        boolean add(long amount) {
            value = amount < 0 ? Math.max(0, value + amount) : value + amount;
            return value >= 0;
        }
    }

    long counted(Connection connection, String counter) throws SQLException {
        try (var select = connection.prepareStatement("select counted from counter where name = ?")) {
            select.setString(1, counter);
            try (var row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    Map<String, Count> lock(Connection connection, List<Guard.Counter> guards) throws SQLException {
        var counts = new TreeMap<String, Count>();
        if (guards.isEmpty()) {
            return counts;
        }
        guards.forEach(guard -> counts.put(guard.counter(), new Count(guard.counter(), guard.expires(), true, 0)));
        try (var select = connection.prepareStatement(
                "select name, counted, expires from counter where name = any(?) order by name for update")) {
            select.setArray(
                    1, connection.createArrayOf("varchar", counts.keySet().toArray()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var name = row.getString(1);
                    var expires = row.getObject(3, OffsetDateTime.class).toInstant();
                    counts.put(name, new Count(name, expires, false, row.getLong(2)));
                }
            }
        }
        return counts;
    }

    void write(Connection connection, Collection<Count> counts) throws SQLException {
        if (counts.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement("insert into counter (counted, expires, name) values (?, ?, ?)");
                var update =
                        connection.prepareStatement("update counter set counted = ?, expires = ? where name = ?")) {
            boolean inserts = false;
            boolean updates = false;
            for (var count : counts) {
                var statement = count.isNew ? insert : update;
                statement.setLong(1, count.value);
                statement.setObject(2, count.expires.atOffset(ZoneOffset.UTC));
                statement.setString(3, count.name);
                statement.addBatch();
                inserts |= count.isNew;
                updates |= !count.isNew;
            }
            if (inserts) {
                insert.executeBatch();
            }
            if (updates) {
                update.executeBatch();
            }
        }
    }
}
