package org.homeline.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.homeline.testing.Postgres;
import org.homeline.testing.TestServer;
import org.junit.jupiter.api.Test;

/** A PostgreSQL that answers before it has stored is refused. */
final class ForgetfulDatabaseTest {
    @Test
    void nobodyStartsWhereCommitsAreNotDurable() {
        var url = Postgres.newDatabase() + "?options=-c%20synchronous_commit=off";
        assertThatThrownBy(() -> TestServer.start(url, "postgres", Map.of()))
                .hasRootCauseInstanceOf(ForgetfulDatabaseException.class)
                .hasRootCauseMessage(
                        "synchronous_commit is off on this PostgreSQL: a power cut would lose what people were"
                                + " told is done. Set synchronous_commit = on (postgresql.conf, or alter database / alter role)");
    }
}
