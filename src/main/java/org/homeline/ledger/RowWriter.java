package org.homeline.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes the rows of one class on the connection of {@link Books}, as a batch. */
public interface RowWriter<R extends Row> {
    Class<R> rows();

    /**
     * Writes them all. What a key could refuse must be impossible or looked up before: one failed statement ends a
     * PostgreSQL transaction.
     *
     * @throws StaleRowException where a row is no longer at the version it was read at
     */
    void write(Connection connection, List<R> rows) throws SQLException;

    /** Called once rows that were written are durable: to wake whoever waits for such. Returns at once. */
    default void committed() {}
}
