package org.homeline.database;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.jdbc.DataSourceResolver;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the tables up to date before anybody uses them. Flyway holds every migration against what has run, which takes a
 * tenth of a start; where the program that starts has itself brought these tables up to date before, one query shows that
 * they are still as it left them.
 */
@Singleton
public final class Schema implements BeanCreatedEventListener<DataSource> {
    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

    /** How many migrations have run, and which: the same sum of checksums and the same last one; and how many of them failed. */
    private static final String STATE =
            "select count(*), coalesce(sum(cast(checksum as bigint)), 0), max(installed_rank),"
                    + " sum(case when success then 0 else 1 end) from flyway_schema_history";

    private final DataSourceResolver resolver;
    private final Vendor vendor;
    private final String known;
    private String state = "";

    /** @param known what {@link #state} gave the last time that this very program started here; empty where that is not known */
    Schema(DataSourceResolver resolver, Vendor vendor, @Value("${homeline.schema.known:}") String known) {
        this.resolver = resolver;
        this.vendor = vendor;
        this.known = known;
    }

    @Override
    public DataSource onCreated(BeanCreatedEvent<DataSource> created) {
        var source = resolver.resolve(created.getBean());
        state = known.isEmpty() ? "" : read(source);
        if (known.isEmpty() || !known.equals(state)) {
            Flyway.configure()
                    .dataSource(source)
                    .locations(
                            "classpath:db/migration/common",
                            "classpath:db/migration/" + vendor.name().toLowerCase(Locale.ROOT))
                    .load()
                    .migrate();
            state = read(source);
        }
        return created.getBean();
    }

    /** What the tables are, in a form to compare with. */
    public String state() {
        return state;
    }

    private static String read(DataSource source) {
        try (var connection = source.getConnection()) {
            return read(connection);
        } catch (SQLException none) {
            LOG.debug("no history of migrations can be read", none);
            return "";
        }
    }

    private static String read(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(STATE)) {
            row.next();
            return row.getLong(1) + "/" + row.getLong(2) + "/" + row.getLong(3) + "/" + row.getLong(4);
        }
    }
}
