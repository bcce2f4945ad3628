package org.homeline.agent;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.homeline.ledger.RowWriter;

/** Requests of terminals that are never done. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface ForestalledRows extends GenericRepository<Forestalled, String> {
    Optional<Forestalled> findByRequest(String request);

    /** Writes them with the journals that take their keys. */
    @Singleton
    final class Writer implements RowWriter<Forestalled> {
        @Override
        public Class<Forestalled> rows() {
            return Forestalled.class;
        }

        @Override
        public void write(Connection connection, List<Forestalled> requests) throws SQLException {
            try (var insert = connection.prepareStatement(
                    "insert into forestalled (request, response, said, at) values (?,?,?,?)")) {
                for (var request : requests) {
                    insert.setString(1, request.request());
                    insert.setString(2, request.response());
                    insert.setString(3, request.said());
                    insert.setObject(4, request.at().atOffset(ZoneOffset.UTC));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }
}
