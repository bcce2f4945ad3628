package org.homeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.homeline.KillLoad.Movement;
import org.homeline.KillLoad.Unanswered;
import org.homeline.testing.Postgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} while money moves, again and again on one data folder: what was answered is there once, and a callback
 * that comes again, because its answer never came, does it once. A failure names its seed; {@code -Dhomeline.seed=} plays
 * that one again (the load beside the kill is never quite the same).
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
final class KillTest {
    private static final long SEED = Long.getLong("homeline.seed", System.nanoTime());
    private static final int MOST_ANSWERS = 60;
    private static final int MOST_NANOS = 20_000_000;
    private static final int LOOK_AGAIN_NANOS = 500_000;

    @TempDir
    private Path folder = Path.of("");

    private final Random random = new Random(SEED);
    private final Set<Movement> withoutEffect = new LinkedHashSet<>();
    private int cutOffWhilePaying;

    /** Where the server keeps its data. */
    private record Home(Path data, Path config, List<String> place, Map<String, String> environment, String url) {
        ServerProcess server(Path folder) throws IOException {
            var arguments = new ArrayList<>(place);
            arguments.addAll(List.of("--insecure-gateways", "--config", config.toString()));
            return ServerProcess.start(folder, environment, arguments);
        }
    }

    @Test
    void aKillOnH2LosesNothingThatWasAnsweredAndRepeatsNothing() throws Exception {
        killAndLook(onH2(), 2);
    }

    @Test
    void aKillOnPostgresLosesNothingThatWasAnsweredAndRepeatsNothing() throws Exception {
        killAndLook(onPostgres(), 1);
    }

    @Test
    @Tag("campaign")
    void twentyKillsOnH2LoseNothingThatWasAnsweredAndRepeatNothing() throws Exception {
        killAndLook(onH2(), 20);
        assertThat(cutOffWhilePaying).as("payments that a kill cut off").isPositive();
    }

    @Test
    @Tag("campaign")
    void twentyKillsOnPostgresLoseNothingThatWasAnsweredAndRepeatNothing() throws Exception {
        killAndLook(onPostgres(), 20);
        assertThat(cutOffWhilePaying).as("payments that a kill cut off").isPositive();
    }

    private Home onH2() throws IOException {
        var data = folder.resolve("data");
        return new Home(
                data,
                configuration(),
                List.of("--data", data.toString()),
                Map.of(),
                "jdbc:h2:file:" + data.resolve("homeline")
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;IFEXISTS=TRUE");
    }

    private Home onPostgres() throws IOException {
        var data = folder.resolve("data");
        var url = Postgres.newDatabase();
        return new Home(
                data,
                configuration(),
                List.of("--data", data.toString(), "--database", url),
                Map.of("HOMELINE_DATABASE_USER", "postgres"),
                url);
    }

    /** The repository's, for people who do more in an hour than anybody. */
    private Path configuration() throws IOException {
        var copy = folder.resolve("config");
        var original = Path.of("gateway-config");
        try (var files = Files.walk(original)) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(original.relativize(file).toString()));
            }
        }
        var limits = copy.resolve("limits.yaml");
        Files.writeString(limits, Files.readString(limits).replaceAll("-per-hour: \\d+", "-per-hour: 10000000"));
        return copy;
    }

    private void killAndLook(Home home, int times) throws Exception {
        var server = home.server(folder);
        try (var load = new KillLoad()) {
            enter(home, server, load);
            var movers = load.movers();
            for (int i = 1; i <= times; i++) {
                var unanswered = loadUntilKilled(server, load, movers);
                server = home.server(folder);
                repeat(server, load, unanswered);
                var audit = Run.on(home.data(), "audit");
                assertThat(audit.status())
                        .as("seed %d, kill %d: %s", SEED, i, audit)
                        .isZero();
            }
            server.stop();
            assertThat(moved(home)).as("seed %d: what is in the books", SEED).isEqualTo(load.acknowledged());
            assertThat(load.acknowledged())
                    .as("seed %d", SEED)
                    .doesNotContainKeys(withoutEffect.toArray(new Movement[0]));
            assertThat(arrived(home)).as("seed %d: money that arrived", SEED).isEqualTo(once(load));
        } finally {
            server.close();
        }
    }

    /** Agents with float and a PIN, customers, and those among them who pay others with something to pay. */
    private static void enter(Home home, ServerProcess server, KillLoad load) throws IOException {
        for (int pair = 0; pair < KillLoad.PAIRS; pair++) {
            var agent = KillLoad.agent(pair);
            assertThat(Run.on(home.data(), "agent", "add", agent, "Shop " + (char) ('A' + pair))
                            .status())
                    .isZero();
            assertThat(Run.on(home.data(), "agent", "float", agent, "500000", "bank slip")
                            .status())
                    .isZero();
            load.dial(server.uri(), "pin-" + agent, agent, KillLoad.PIN, KillLoad.PIN);
            for (var customer : List.of(KillLoad.customer(pair), KillLoad.payer(pair), KillLoad.payee(pair))) {
                assertThat(load.dial(
                                server.uri(),
                                "register-" + customer,
                                customer,
                                "1",
                                "Juma Otieno",
                                KillLoad.PIN,
                                KillLoad.PIN))
                        .contains("Welcome");
            }
            assertThat(load.dial(server.uri(), "fund-" + pair, agent, "1", KillLoad.payer(pair), "70000", KillLoad.PIN))
                    .contains("Ref ");
        }
    }

    /** Kills the server at some moment while all are at work, and answers with what they have not heard of. */
    private List<Unanswered> loadUntilKilled(ServerProcess server, KillLoad load, List<KillLoad.Mover> movers)
            throws Exception {
        int enough = load.acknowledged().size() + 1 + random.nextInt(MOST_ANSWERS);
        var killed = new AtomicBoolean();
        List<Callable<List<Unanswered>>> work = new ArrayList<>();
        for (var mover : movers) {
            work.add(() -> {
                while (true) {
                    var unanswered = mover.move(server.uri());
                    if (unanswered.isPresent()) {
                        assertThat(killed)
                                .as("no answer before the kill: " + unanswered)
                                .isTrue();
                        return List.of(unanswered.get());
                    }
                }
            });
        }
        work.add(() -> {
            while (load.acknowledged().size() < enough && server.process().isAlive()) {
                LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            }
            LockSupport.parkNanos(random.nextInt(MOST_NANOS));
            killed.set(true);
            server.kill();
            return List.of();
        });
        var unanswered = new ArrayList<Unanswered>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(work)) {
                unanswered.addAll(done.get());
            }
        }
        return unanswered;
    }

    /**
     * Twice at once, as a gateway that got no answer might. A session that the kill took back begins anew and takes nothing
     * of what it is told; then the money may not have moved before either.
     */
    private void repeat(ServerProcess server, KillLoad load, List<Unanswered> unanswered) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var callback : unanswered) {
                Callable<String> call =
                        () -> load.post(server.uri(), callback.session(), callback.phone(), callback.text());
                var answers = new LinkedHashSet<String>();
                for (var answer : threads.invokeAll(List.of(call, call))) {
                    answers.add(answer.get());
                }
                if (!callback.paying()) {
                    continue;
                }
                cutOffWhilePaying++;
                assertThat(answers).as("seed %d: %s", SEED, callback).hasSize(1);
                var answer = answers.iterator().next();
                if (KillLoad.reference(answer).isPresent()) {
                    load.acknowledge(callback.movement(), answer);
                } else {
                    assertThat(answer).as("seed %d: %s", SEED, callback).startsWith("CON ");
                    withoutEffect.add(callback.movement());
                }
            }
        }
    }

    /** What people are told of as theirs, with the reference it has. */
    private static Map<Movement, String> moved(Home home) throws SQLException {
        var moved = new HashMap<Movement, String>();
        query(
                        home,
                        "select customer.phone, activity.minor, activity.reference from activity"
                                + " join customer on customer.id = activity.owner where activity.minor > 0")
                .forEach((movement, references) -> {
                    assertThat(references).as(movement + " happened once").hasSize(1);
                    moved.put(movement, references.getFirst());
                });
        return moved;
    }

    /** How often each amount was posted to each wallet. */
    private static Map<Movement, Integer> arrived(Home home) throws SQLException {
        var arrived = new HashMap<Movement, Integer>();
        query(
                        home,
                        "select customer.phone, transfer.amount, transfer.code from transfer"
                                + " join account on account.id = transfer.credit_id"
                                + " join customer on customer.id = account.owner where account.code like 'wallet%'")
                .forEach((movement, transfers) -> arrived.put(movement, transfers.size()));
        return arrived;
    }

    private static Map<Movement, Integer> once(KillLoad load) {
        var once = new HashMap<Movement, Integer>();
        load.acknowledged().keySet().forEach(movement -> once.put(movement, 1));
        return once;
    }

    private static Map<Movement, List<String>> query(Home home, String query) throws SQLException {
        var user = home.environment().getOrDefault("HOMELINE_DATABASE_USER", "sa");
        var found = new HashMap<Movement, List<String>>();
        try (var connection = DriverManager.getConnection(home.url(), user, "");
                var select = connection.createStatement();
                var row = select.executeQuery(query)) {
            while (row.next()) {
                var movement = new Movement(row.getString(1), row.getLong(2));
                if (!isFunding(movement)) {
                    found.computeIfAbsent(movement, _ -> new ArrayList<>()).add(row.getString(3));
                }
            }
        }
        return found;
    }

    private static boolean isFunding(Movement movement) {
        return movement.minor() == 7_000_000;
    }
}
