package org.homeline.customer;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.homeline.ledger.RowWriter;

/** Statements, the newest line first. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Activities extends GenericRepository<Activity, UUID> {
    List<Activity> findTop10ByOwnerOrderByAtDesc(UUID owner);

    /** Writes lines with the journal they tell of. */
    @Singleton
    final class Writer implements RowWriter<Activity> {
        @Override
        public Class<Activity> rows() {
            return Activity.class;
        }

        @Override
        public void write(Connection connection, List<Activity> lines) throws SQLException {
            try (var insert = connection.prepareStatement("insert into activity (id, owner, reference, what, minor,"
                    + " currency, other, at) values (?,?,?,?,?,?,?,?)")) {
                for (var line : lines) {
                    insert.setObject(1, line.id());
                    insert.setObject(2, line.owner());
                    insert.setString(3, line.reference());
                    insert.setString(4, line.what());
                    insert.setLong(5, line.minor());
                    insert.setString(6, line.currency());
                    insert.setString(7, line.other());
                    insert.setObject(8, line.at().atOffset(ZoneOffset.UTC));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }
}
