package org.homeline.database;

import java.sql.SQLException;
import java.util.Set;

/** The database refused or did not answer. */
public final class DatabaseException extends RuntimeException {
    /** Serialization failure, deadlock, lock time-out, row locked, and the codes of H2 for the same. */
    private static final Set<String> PASSING = Set.of("40001", "40P01", "55P03", "HYT00", "90131", "23505");

    private final String state;

    public DatabaseException(SQLException refused) {
        super(refused);
        this.state = refused.getSQLState() == null ? "" : refused.getSQLState();
    }

    /** Whether another transaction was in the way (a lock, a key written at the same moment), so that trying again helps. */
    public boolean isConflict() {
        return PASSING.contains(state);
    }
}
