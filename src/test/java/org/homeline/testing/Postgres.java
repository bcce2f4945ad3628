package org.homeline.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL of the tests' own, started when the first of them asks, ended with the JVM. */
public final class Postgres {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private Postgres() {}

    /** Creates an empty database and answers with its URL; its user is {@code postgres}. */
    public static synchronized String newDatabase() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        // The library's own defaults are off, with which nobody may run.
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
            }
            var name = "homeline" + DATABASES.incrementAndGet();
            try (var connection = server.getPostgresDatabase().getConnection();
                    var create = connection.createStatement()) {
                create.execute("create database " + name);
            }
            return server.getJdbcUrl("postgres", name).replaceAll("\\?.*", "");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
