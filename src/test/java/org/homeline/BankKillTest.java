package org.homeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.homeline.money.Money;
import org.homeline.simulator.bank.BankAccount;
import org.homeline.simulator.bank.BankSettings;
import org.homeline.simulator.bank.BankSimulator;
import org.homeline.simulator.bank.Wire;
import org.homeline.testing.ConfigurationCopy;
import org.homeline.testing.Eventually;
import org.homeline.testing.Postgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 of the real server while money goes to and from a bank: wherever it strikes, before or after a commit, before or after
 * a message, every instruction ends and both sides' books agree.
 */
final class BankKillTest {
    private static final long SEED = Long.getLong("homeline.kill.seed", 20_261_127);
    private static final int PEOPLE = 4;
    private static final int MOST_ANSWERS = 25;
    private static final int MOST_NANOS = 60_000_000;
    private static final Pattern CODE = Pattern.compile("HOMELINE (\\d{6})");
    /** What came in is on its way still, so that there is nothing to take out. */
    private static final String NOTHING_YET = "CON You have KES 0.";

    private static final String TIMES =
            "times: { connect: 2s, answer: 600ms, queue: 1h, retry: 300ms, longest-retry: 1s,"
                    + " give-up: 3d, echo: 5s }";

    private final Random random = new Random(SEED);
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger sessions = new AtomicInteger();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aKillOnH2LeavesNoInstructionOpenAndNoBookApart() throws Exception {
        killAndReconcile(List.of(), Map.of(), 3);
    }

    @Test
    @Tag("campaign")
    void twentyKillsOnH2LeaveNoInstructionOpen() throws Exception {
        killAndReconcile(List.of(), Map.of(), 20);
    }

    @Test
    @Tag("campaign")
    void twentyKillsOnPostgresLeaveNoInstructionOpen() throws Exception {
        killAndReconcile(
                List.of("--database", Postgres.newDatabase()), Map.of("HOMELINE_DATABASE_USER", "postgres"), 20);
    }

    private void killAndReconcile(List<String> database, Map<String, String> environment, int kills) throws Exception {
        var accounts = IntStream.range(0, PEOPLE)
                .mapToObj(i -> BankAccount.of(account(i), "Juma Otieno", "KES", 100_000_000))
                .toArray(BankAccount[]::new);
        var settings = BankSettings.of(Wire.BINARY).withAccounts(accounts);
        try (var bank = BankSimulator.start(settings, Clock.systemUTC());
                var load = new KillLoad()) {
            var home = new Home(folder, configuration(), database, environment, bank.port());
            var server = home.server();
            try {
                enter(server, load, bank);
                for (int kill = 1; kill <= kills; kill++) {
                    loadUntilKilled(server, load);
                    server = home.server();
                }
                home.awaitAllEnded();
                assertThat(home.position())
                        .as("seed %d: who owes whom, here and there", SEED)
                        .isEqualTo(position(bank));
                var audit = home.run("audit");
                assertThat(audit.status()).as("seed %d: %s", SEED, audit).isZero();
            } finally {
                server.close();
            }
        }
    }

    /** Where the server lives, and how it is started each time. */
    private record Home(Path folder, Path config, List<String> database, Map<String, String> environment, int bank) {
        KillableServer server() throws IOException {
            var arguments = new ArrayList<>(
                    List.of("--insecure-gateways", "--data", data().toString(), "--config", config.toString()));
            arguments.addAll(database);
            var all = new java.util.HashMap<>(environment);
            all.put("HOMELINE_CONNECT_DEMO_KE", "127.0.0.1:" + bank);
            return KillableServer.start(folder, all, arguments);
        }

        private Path data() {
            return folder.resolve("data");
        }

        Run run(String... command) {
            var all = new ArrayList<>(List.of(command));
            all.addAll(List.of("--data", data().toString(), "--config", config.toString()));
            return Run.of(all.toArray(String[]::new));
        }

        private JsonNode status() {
            var shown = OperatorLine.ask(Place.of(data(), config), "settlement.status", Map.of());
            for (var partner : OutcomePrinter.field(shown.values(), "items").values()) {
                if (OutcomePrinter.text(partner, "partner").equals("demo-ke")) {
                    return partner;
                }
            }
            throw new AssertionError(shown);
        }

        void awaitAllEnded() {
            Eventually.holds(() -> OutcomePrinter.field(status(), "underWay").getLongValue() == 0, this::status);
        }

        String position() {
            return OutcomePrinter.text(status(), "position");
        }
    }

    /** As the bank's books have it, in Homeline's words. */
    private static String position(BankSimulator bank) {
        var owedToHomeline = Money.of(bank.position(Currency.getInstance("KES")), "KES");
        return owedToHomeline.isZero()
                ? "even"
                : owedToHomeline.isPositive()
                        ? "it owes Homeline " + owedToHomeline
                        : "Homeline owes it " + owedToHomeline.abs();
    }

    private static Path configuration() {
        return ConfigurationCopy.make()
                .with("limits.yaml", text -> text.replaceAll("-per-hour: \\d+", "-per-hour: 10000000"))
                .with("iso8583/partners/demo-ke.yaml", text -> text.replaceAll("(?m)^times: .*$", TIMES))
                .folder();
    }

    /** Everybody registers, and proves an account by the code on its statement. */
    private void enter(KillableServer server, KillLoad load, BankSimulator bank) throws IOException {
        for (int i = 0; i < PEOPLE; i++) {
            var phone = phone(i);
            assertThat(load.dial(server.uri(), session(), phone, "1", "Juma Otieno", KillLoad.PIN, KillLoad.PIN))
                    .contains("Welcome");
            assertThat(load.dial(server.uri(), session(), phone, "6", "5", "5", "1", account(i), KillLoad.PIN))
                    .contains("is taken");
            var account = account(i);
            Eventually.holds(() -> !code(bank, account).isEmpty(), () -> bank.statement(account));
            var code = code(bank, account);
            Eventually.holds(
                    () -> dial(load, server, phone, "6", "5", "6", code).contains("is linked"), () -> phone);
        }
    }

    private String dial(KillLoad load, KillableServer server, String phone, String... inputs) {
        try {
            return load.dial(server.uri(), session(), phone, inputs);
        } catch (IOException none) {
            throw new AssertionError(none);
        }
    }

    private static String code(BankSimulator bank, String account) {
        return bank.statement(account).stream()
                .map(line -> CODE.matcher(line.text()))
                .filter(java.util.regex.Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }

    /** All pay in and take out without a pause, until the server is killed at some moment. */
    private void loadUntilKilled(KillableServer server, KillLoad load) throws Exception {
        int enough = answers.get() + 1 + random.nextInt(MOST_ANSWERS);
        var killed = new AtomicBoolean();
        List<Callable<String>> work = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            var phone = phone(i);
            work.add(() -> {
                try {
                    for (int turn = 0; ; turn++) {
                        // In comes more than goes out, so that there is something to take out.
                        var answer = turn % 2 == 0
                                ? move(load, server, phone, "1", "30")
                                : move(load, server, phone, "2", "10");
                        assertThat(answer)
                                .matches(said -> said.startsWith("END ") || said.contains(NOTHING_YET))
                                .doesNotContain("did not work");
                        answers.incrementAndGet();
                    }
                } catch (IOException none) {
                    assertThat(killed).as("no answer before the kill").isTrue();
                    return "killed";
                }
            });
        }
        work.add(() -> {
            while (answers.get() < enough && server.process().isAlive()) {
                LockSupport.parkNanos(100_000);
            }
            LockSupport.parkNanos(random.nextInt(MOST_NANOS));
            killed.set(true);
            server.kill();
            return "killed";
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(work)) {
                assertThat(done.get()).isEqualTo("killed");
            }
        }
    }

    /** Whose last session a kill cut off is asked first whether to go on with it. */
    private String move(KillLoad load, KillableServer server, String phone, String way, String amount)
            throws IOException {
        var session = session();
        var inputs = new ArrayList<>(List.of("6", "5", way, amount, KillLoad.PIN));
        if (load.post(server.uri(), session, phone, "").contains("You were cut off")) {
            inputs.addFirst("2");
        }
        var answer = "";
        for (int taken = 1; taken <= inputs.size(); taken++) {
            answer = load.post(server.uri(), session, phone, String.join("*", inputs.subList(0, taken)));
        }
        return answer;
    }

    private String session() {
        return "bank-kill-" + sessions.incrementAndGet();
    }

    private static String phone(int person) {
        return "+25471200050" + person;
    }

    private static String account(int person) {
        return "200000000" + person;
    }
}
