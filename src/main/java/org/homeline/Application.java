package org.homeline;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.runtime.graceful.GracefulShutdownManager;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.homeline.configuration.ConfigurationException;
import org.homeline.configuration.Problem;
import org.homeline.conversation.MenuCheck;
import org.homeline.conversation.command.CommandCheck;
import org.homeline.database.Chores;
import org.homeline.database.Schema;
import org.homeline.fx.Rates;
import org.homeline.operation.Entrance;
import org.homeline.operation.Teller;
import org.homeline.settlement.OpenBooks;
import org.homeline.settlement.link.Links;
import org.homeline.signing.KeyStoreFile;
import org.homeline.signing.Keys;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The application at a place: beans, database and keys, and its server where that is asked for. */
final class Application implements AutoCloseable {
    /** For requests under way; the longest of them waits for a commit. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** Which program this is, said by the launcher: the same for the same jar on the same JDK. */
    static final String PROGRAM = "homeline.program";

    private final ApplicationContext context;
    private final Place place;
    private final Passed before;

    private Application(ApplicationContext context, Place place, Passed before) {
        this.context = context;
        this.place = place;
        this.before = before;
    }

    /**
     * Opens the database, brings its tables up to date, checks that the keys are its own and reads the configuration.
     *
     * @param folder held for as long as the application lives
     * @param more properties beside those of the place
     * @param beans in place of the server's own, such as a story's clock
     */
    static Application start(DataFolder folder, Place place, Map<String, Object> more, Object... beans) {
        LookAround.await();
        place.requireConfig();
        silence(Level.OFF);
        var program = String.valueOf(more.getOrDefault(PROGRAM, System.getProperty(PROGRAM, "")));
        var before = Passed.read(folder.path(), program);
        var properties = place.properties(System.getenv());
        properties.put("homeline.data", folder.path().toString());
        properties.put("homeline.schema.known", before.schema());
        properties.putAll(more);
        var keys = new KeyStoreFile(folder.path(), System.getenv());
        keys.openAhead();
        var database = EarlyDatabase.open(place, properties);
        if (!place.isEmbedded()) {
            // The database elsewhere may know the keys that were made for it, even if nothing else comes of this start.
            folder.keep();
        }
        try {
            var application = new Application(started(properties, keys, beans), place, before);
            folder.keep();
            return application;
        } finally {
            database.close();
        }
    }

    private static ApplicationContext started(Map<String, Object> properties, KeyStoreFile keys, Object... beans) {
        var context = ApplicationContext.builder()
                .properties(properties)
                .singletons(beans)
                .singletons(keys)
                .deduceEnvironment(false)
                .bootstrapEnvironment(false)
                .banner(false)
                .build();
        try {
            context.start();
            context.getBean(Keys.class);
            OpenBooks.with(context.getBean(Teller.class));
            return context;
        } catch (RuntimeException | Error failed) {
            silence(null);
            context.close();
            throw failed;
        }
    }

    /** What a failed start throws is said in plain words by whoever started it; these would log it once more. */
    private static void silence(@Nullable Level level) {
        for (var name :
                List.of("com.zaxxer.hikari.pool.HikariPool", "io.micronaut.http.server.netty.NettyHttpServer")) {
            ((Logger) LoggerFactory.getLogger(name)).setLevel(level);
        }
    }

    <T> T get(Class<T> bean) {
        return context.getBean(bean);
    }

    <T> Collection<T> all(Class<T> beans) {
        return context.getBeansOfType(beans);
    }

    /** Answers requests from now on, and does what is due by time. What the first request needs is made before it comes. */
    EmbeddedServer serve() {
        refuseExamples();
        var words = Passed.digest(place.config());
        if (!words.equals(before.words())) {
            checkWords();
        }
        makeEntrances();
        var server = context.getBean(EmbeddedServer.class);
        server.start();
        silence(null);
        context.getBean(Chores.class).start();
        context.getBean(Links.class).start();
        var passed = new Passed(
                before.program(), words, context.getBean(Schema.class).state());
        if (!passed.equals(before)) {
            passed.write(place.data());
        }
        return server;
    }

    /** Nobody beyond this machine is promised anything at example rates. */
    private void refuseExamples() {
        boolean tryingOut =
                context.getProperty("homeline.insecure-gateways", Boolean.class).orElse(false);
        if (tryingOut || all(Entrance.class).stream().noneMatch(Entrance::isLive)) {
            return;
        }
        var examples = get(Rates.class).examples();
        if (!examples.isEmpty()) {
            throw new ConfigurationException(examples);
        }
    }

    /** What answers, and what stands before it: each reads its part of the environment. */
    private void makeEntrances() {
        context.getBeansOfType(Object.class, Qualifiers.byStereotype(Controller.class));
        context.getBeansOfType(Object.class, Qualifiers.byStereotype(ServerFilter.class));
    }

    /**
     * All that a start looks at, whatever was passed before.
     *
     * @throws ConfigurationException with what is wrong
     */
    void check() {
        checkWords();
        makeEntrances();
        refuseExamples();
    }

    /** Menus, commands and texts as a whole: one that forgets an outcome serves nobody. */
    private void checkWords() {
        var problems = new ArrayList<Problem>(context.getBean(MenuCheck.class).problems());
        problems.addAll(context.getBean(CommandCheck.class).problems());
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    /** Takes no more requests, lets those under way finish, stops what runs in the background, closes the database. */
    @Override
    public void close() {
        if (!context.isRunning()) {
            // A server that could not start has ended everything.
            return;
        }
        try {
            context.getBean(GracefulShutdownManager.class)
                    .shutdownGracefully()
                    .toCompletableFuture()
                    .get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException late) {
            LoggerFactory.getLogger(Application.class).warn("requests were still running when the server stopped");
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        context.getBean(HaltOnFlushFailure.class).closing();
        context.close();
    }
}
