package org.homeline.database;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * Deletes or ends what is over, page by page in transactions of their own: none grows with what has piled up, and nobody
 * waits for one for long.
 */
@Singleton
public final class Tidying {
    static final int PAGE = 1_000;

    private final Transactions transactions;

    Tidying(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Rows of a table whose time is over.
     *
     * @param key its primary key; several columns with commas between them
     * @param condition with one parameter, the time: {@code expires < ?}
     */
    public record Over(String table, String key, String condition) {
        /** The condition, and a page of those it is true of. It stands outside too: a row may have changed meanwhile. */
        private String page() {
            return " where %1$s and (%2$s) in (select %2$s from %3$s where %1$s fetch first %4$d rows only)"
                    .formatted(condition, key, table, PAGE);
        }
    }

    public void delete(Over over, Instant time) {
        repeat("delete from " + over.table() + over.page(), List.of(), time);
    }

    /**
     * @param set the assignments of an update statement
     * @param values their parameters
     */
    public void update(Over over, Instant time, String set, Object... values) {
        repeat("update " + over.table() + " set " + set + over.page(), List.of(values), time);
    }

    private void repeat(String sql, List<Object> values, Instant time) {
        var limit = time.atOffset(ZoneOffset.UTC);
        var all = Stream.concat(values.stream(), Stream.of(limit, limit)).toArray();
        int changed;
        do {
            changed = transactions.write(connection -> {
                try (var statement = connection.prepareStatement(sql)) {
                    for (int i = 0; i < all.length; i++) {
                        statement.setObject(i + 1, all[i]);
                    }
                    return statement.executeUpdate();
                }
            });
        } while (changed == PAGE);
    }
}
