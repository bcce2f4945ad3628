package org.homeline.database;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** What depends on the vendor, chosen once. */
@Factory
final class Databases {
    @Singleton
    Vendor vendor(@Value("${datasources.default.url}") String url) {
        return Vendor.of(url);
    }

    /**
     * On PostgreSQL a commit returns when it is durable (fsync and synchronous_commit are on, or nobody starts here), and
     * shows itself no earlier.
     *
     * <p>H2 stores its tables one after another while others go on writing: a transaction that commits meanwhile is stored
     * with one table and without the other, and a crash before the next store leaves it so (h2database issue 2080; one
     * crash in a hundred here). So H2 stores here, while nobody writes, and no clock of
     * its own makes it store in the background. It still stores by itself where more is changed between two flushes than its
     * memory for unsaved pages holds (some megabytes): what changes many rows does so in small transactions.
     */
    @Singleton
    Durability durability(Vendor vendor, Transactions transactions, FlushFailure failure) {
        return switch (vendor) {
            case H2 -> {
                transactions.alone(connection -> execute(connection, "set write_delay " + Integer.MAX_VALUE));
                yield new SharedFlush(() -> flush(transactions), failure);
            }
            case POSTGRESQL -> {
                transactions.read(Databases::requireDurableCommits);
                yield () -> {};
            }
        };
    }

    private static boolean requireDurableCommits(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select name from pg_settings"
                        + " where name in ('fsync', 'synchronous_commit') and setting = 'off' order by name");
                var row = select.executeQuery()) {
            if (row.next()) {
                throw new ForgetfulDatabaseException(row.getString(1));
            }
            return true;
        }
    }

    private static void flush(Transactions transactions) {
        while (true) {
            try {
                transactions.alone(connection -> execute(connection, "checkpoint sync"));
                return;
            } catch (DatabaseException refused) {
                // No connection came free in time: the disk was not asked, so nothing is lost yet.
                if (!(refused.getCause() instanceof SQLTransientConnectionException)) {
                    throw refused;
                }
            }
        }
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }
}
