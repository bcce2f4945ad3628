package org.homeline.database;

import io.micronaut.jdbc.DataSourceResolver;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Work on a plain JDBC connection. For the few writers that need their statements in one transaction of their own; reads
 * go through the repositories of Micronaut Data.
 */
@Singleton
public final class Transactions {
    private final DataSource pool;

    Transactions(DataSource pool, DataSourceResolver resolver) {
        this.pool = resolver.resolve(pool);
    }

    /** A piece of work on a connection. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Runs the work in a transaction of its own and commits it; rolls back and passes on whatever it throws.
     *
     * @throws DatabaseException where the database refuses
     */
    public <T extends @Nullable Object> T write(Work<T> work) {
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var result = work.on(connection);
                connection.commit();
                return result;
            } catch (Throwable failure) {
                try {
                    connection.rollback();
                } catch (SQLException alsoFailed) {
                    failure.addSuppressed(alsoFailed);
                }
                throw failure;
            }
        } catch (SQLException refused) {
            throw new DatabaseException(refused);
        }
    }

    /**
     * Runs reading work, each statement for itself.
     *
     * @throws DatabaseException where the database refuses
     */
    public <T extends @Nullable Object> T read(Work<T> work) {
        try (var connection = pool.getConnection()) {
            return work.on(connection);
        } catch (SQLException refused) {
            throw new DatabaseException(refused);
        }
    }
}
