package org.homeline.database;

import io.micronaut.jdbc.DataSourceResolver;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Work on a plain JDBC connection. For the few writers that need their statements in one transaction of their own; reads
 * go through the repositories of Micronaut Data.
 */
@Singleton
public final class Transactions {
    /** H2's own level: its REPEATABLE READ takes a snapshot for each table when that is first read. */
    private static final int H2_SNAPSHOT = 6;

    private final DataSource pool;
    private final Vendor vendor;

    /** Held shared by every write on H2, and alone by what must meet none ({@link #alone}). Fair, so that neither starves. */
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);

    Transactions(DataSource pool, DataSourceResolver resolver, Vendor vendor) {
        this.pool = resolver.resolve(pool);
        this.vendor = vendor;
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
        if (vendor != Vendor.H2) {
            return writeNow(work);
        }
        gate.readLock().lock();
        try {
            return writeNow(work);
        } finally {
            gate.readLock().unlock();
        }
    }

    /**
     * Runs a single writing statement, which commits itself.
     *
     * @throws DatabaseException where the database refuses
     */
    public <T extends @Nullable Object> T statement(Work<T> work) {
        if (vendor != Vendor.H2) {
            return read(work);
        }
        gate.readLock().lock();
        try {
            return read(work);
        } finally {
            gate.readLock().unlock();
        }
    }

    /** The pool for a library that opens its own connections: on H2 each holds the gate until it is closed. */
    DataSource gated() {
        return vendor == Vendor.H2 ? new GatedDataSource(pool, gate.readLock()) : pool;
    }

    /**
     * Runs work on a connection while no {@link #write} is under way in this process.
     *
     * @throws IllegalStateException inside a write, which would wait for itself
     */
    public <T extends @Nullable Object> T alone(Work<T> work) {
        if (gate.getReadHoldCount() > 0) {
            throw new IllegalStateException("what must meet no write was called inside one");
        }
        gate.writeLock().lock();
        try {
            return read(work);
        } finally {
            gate.writeLock().unlock();
        }
    }

    private <T extends @Nullable Object> T writeNow(Work<T> work) {
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

    /**
     * Runs reading work whose statements all see the database as it was at one moment, whatever is written meanwhile. Keep
     * it out of requests: on PostgreSQL old rows can't be cleared away while it lasts.
     *
     * @throws DatabaseException where the database refuses
     */
    public <T extends @Nullable Object> T snapshot(Work<T> work) {
        try (var connection = pool.getConnection()) {
            connection.setTransactionIsolation(
                    vendor == Vendor.H2 ? H2_SNAPSHOT : Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try {
                return work.on(connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException refused) {
            throw new DatabaseException(refused);
        }
    }
}
