package org.homeline.testing;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The real application on a fresh database of its own, without its HTTP server unless asked for: what tests start instead
 * of mocks. Close it.
 */
public final class TestServer implements AutoCloseable {
    private final Path folder;
    private final ApplicationContext context;

    private TestServer(Path folder, ApplicationContext context) {
        this.folder = folder;
        this.context = context;
    }

    /** On an H2 database in memory. */
    public static TestServer onH2(Map<String, Object> properties, Object... singletons) {
        var name = "test" + java.util.UUID.randomUUID();
        return start(
                "jdbc:h2:mem:" + name
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=10000;OPTIMIZE_REUSE_RESULTS=FALSE;DB_CLOSE_DELAY=-1",
                "sa",
                properties,
                singletons);
    }

    /** On a real PostgreSQL, which is started once for all tests; a database of its own in it. */
    public static TestServer onPostgres(Map<String, Object> properties, Object... singletons) {
        return start(Postgres.newDatabase(), "postgres", properties, singletons);
    }

    /** On any database by URL. */
    public static TestServer start(String url, String user, Map<String, Object> properties, Object... singletons) {
        var folder = TemporaryFolders.make("homeline-test");
        var all = new HashMap<String, Object>(Map.of(
                "datasources.default.url",
                url,
                "datasources.default.username",
                user,
                "datasources.default.password",
                "",
                "homeline.config",
                "gateway-config",
                "homeline.data",
                folder.toString()));
        all.putAll(properties);
        var context = ApplicationContext.builder().properties(all).banner(false);
        context.singletons(singletons);
        return new TestServer(folder, context.start());
    }

    public <T> T get(Class<T> bean) {
        return context.getBean(bean);
    }

    public ApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
        TemporaryFolders.delete(folder);
    }
}
