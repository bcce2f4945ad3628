package org.homeline.database;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.Lock;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Takes a lock with each connection and gives it back with it, both on the thread that asked for the connection. */
final class GatedDataSource implements DataSource {
    private final DataSource pool;
    private final Lock gate;

    GatedDataSource(DataSource pool, Lock gate) {
        this.pool = pool;
        this.gate = gate;
    }

    @Override
    public Connection getConnection() throws SQLException {
        gate.lock();
        try {
            return gated(pool.getConnection());
        } catch (SQLException | RuntimeException none) {
            gate.unlock();
            throw none;
        }
    }

    /** Closing twice gives the lock back once. */
    private Connection gated(Connection connection) {
        var open = new boolean[] {true};
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    } finally {
                        if (method.getName().equals("close") && open[0]) {
                            open[0] = false;
                            gate.unlock();
                        }
                    }
                });
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLException("connections are the pool's own user's");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(GatedDataSource.class.getName());
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool.isWrapperFor(type);
    }
}
