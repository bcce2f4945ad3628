package org.homeline.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/** One invariant that the audit checks over the whole database. A package brings its own as beans. */
public interface Check {
    /** A few words, as a line of the audit begins with them. */
    String name();

    /** What is true where nothing is broken, in a sentence. */
    String proves();

    /**
     * Reads; writes nothing. Few statements over whole sets, none in a loop, rows streamed.
     *
     * @param connection a snapshot that all checks of an audit share
     */
    Finding run(Connection connection) throws SQLException;
}
