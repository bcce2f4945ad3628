package org.homeline;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Opens the embedded database while the beans are being made, and holds it open until the pool has connections of its own.
 * What goes wrong here goes wrong again for the pool, which says so.
 */
final class EarlyDatabase {
    private final FutureTask<@Nullable Connection> opening;

    private EarlyDatabase(FutureTask<@Nullable Connection> opening) {
        this.opening = opening;
    }

    /** @param properties the application's, which say where the database is */
    static EarlyDatabase open(Place place, Map<String, Object> properties) {
        var opening = new FutureTask<@Nullable Connection>(() -> place.isEmbedded()
                ? DriverManager.getConnection(
                        text(properties, "url"), text(properties, "username"), text(properties, "password"))
                : null);
        Thread.ofPlatform().daemon().name("database").start(opening);
        return new EarlyDatabase(opening);
    }

    private static String text(Map<String, Object> properties, String name) {
        return String.valueOf(properties.get("datasources.default." + name));
    }

    /** Lets go of it: the pool has it by now. */
    void close() {
        try (var connection = opening.get()) {
            LoggerFactory.getLogger(EarlyDatabase.class).debug("held {} until now", connection);
        } catch (ExecutionException | SQLException failed) {
            LoggerFactory.getLogger(EarlyDatabase.class).debug("opening the database ahead failed", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
