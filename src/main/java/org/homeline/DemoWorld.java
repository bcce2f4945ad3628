package org.homeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.homeline.api.OperatorToken;
import org.homeline.database.Chores;
import org.homeline.outbox.OutboxTable;
import org.homeline.settlement.link.Links;
import org.homeline.signing.TerminalKeyName;
import org.homeline.simulator.bank.BankSettings;
import org.homeline.simulator.bank.BankSimulator;
import org.homeline.simulator.bank.Wire;
import org.homeline.simulator.prompt.Prompt;
import org.homeline.simulator.story.World;
import org.homeline.simulator.terminal.CashTerminal;
import org.homeline.simulator.terminal.CashTill;
import org.homeline.simulator.twilio.Account;
import org.homeline.simulator.twilio.TwilioSimulator;
import org.homeline.terminal.TerminalHost;
import org.homeline.time.StoryClock;

/**
 * The real server on an embedded database in a temporary folder, as it would be run: HTTP on loopback, a USSD key, Twilio's
 * signatures for a public address that a proxy serves, the operator's command line. Only the clock is the story's, and the
 * rates are as old as the story. Close it.
 */
public final class DemoWorld implements World, AutoCloseable {
    static final String USSD_KEY = "a-key-for-the-demo";

    private static final Account ACCOUNT =
            new Account("AC00000000000000000000000000000001", "a-token-for-the-demo", "+12025550199");
    private static final URI PUBLIC = URI.create("https://homeline.example/demo");
    private static final String QUICK =
            "times: { connect: 2s, answer: 1s, queue: 10m, retry: 1s, longest-retry: 5s," + " give-up: 3d, echo: 60s }";
    private static final Duration SETTLE_WITHIN = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(2);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int KEY_BYTES = 16;

    private final Map<String, byte[]> masters = new HashMap<>();
    private final StoryClock clock;
    private final TemporaryFolder config;
    private final TemporaryPlace temporary;
    private final TwilioSimulator twilio;
    private final Map<String, BankSimulator> banks;
    private final Application application;
    private final URI server;

    /** Nothing goes on: the configuration lets something wait that the story does not know of. */
    static final class StuckException extends RuntimeException {
        private final String what;

        StuckException(String what) {
            super(what, null, false, false);
            this.what = what;
        }

        String what() {
            return what;
        }
    }

    private DemoWorld(StoryClock clock, Path config) throws IOException {
        this.clock = clock;
        this.config = copy(config, clock);
        this.temporary = new TemporaryPlace(this.config.path());
        this.twilio = TwilioSimulator.start(ACCOUNT, 0, clock, new SecureRandom());
        this.banks = Map.of("demo-us", bank("demo-us", Wire.ASCII), "demo-ke", bank("demo-ke", Wire.BINARY));
        this.application = Application.start(temporary.folder(), temporary.place(), properties(), clock);
        this.server = URI.create("http://127.0.0.1:" + application.serve().getPort());
        temporary
                .folder()
                .publish(new ServerFile(
                        server.getPort(),
                        ProcessHandle.current().pid(),
                        application.get(OperatorToken.class).value()));
        twilio.route(PUBLIC, server);
        twilio.webhook(URI.create(PUBLIC + "/gateways/twilio/sms"));
    }

    /** Its item files lie beside the server's own. */
    private BankSimulator bank(String partner, Wire wire) {
        var items = temporary.place().data().resolveSibling("bank-" + partner);
        return BankSimulator.start(BankSettings.of(wire).withItems(items), clock);
    }

    /**
     * Starts one.
     *
     * @param config the configuration folder; it is copied
     */
    public static DemoWorld open(StoryClock clock, Path config) {
        try {
            return new DemoWorld(clock, config);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Map<String, Object> properties() {
        var properties = new HashMap<>(Serve.properties(0, false));
        properties.put("micronaut.server.host", "127.0.0.1");
        properties.put("homeline.terminal-listen", "127.0.0.1:0");
        properties.put("homeline.public-url", PUBLIC.toString());
        properties.put("africastalking.key", USSD_KEY);
        properties.put("africastalking.allow", "127.0.0.1");
        properties.put("twilio.account-sid", ACCOUNT.sid());
        properties.put("twilio.auth-token", ACCOUNT.token());
        properties.put("twilio.from", ACCOUNT.number());
        properties.put("twilio.api-base", twilio.base().toString());
        banks.forEach((partner, bank) -> properties.put("homeline.connect." + partner, "127.0.0.1:" + bank.port()));
        return properties;
    }

    /**
     * The configuration, with rates of the clock's today in place of examples that never grow old, and without the patience and
     * the message codes that real banks need.
     */
    private static TemporaryFolder copy(Path config, StoryClock clock) throws IOException {
        var temporary = TemporaryFolder.make("homeline-config");
        var copy = temporary.path();
        try (var files = Files.walk(config)) {
            for (var file : files.toList()) {
                var target = copy.resolve(config.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        var rates = copy.resolve("rates").resolve("own.yaml");
        Files.writeString(rates, Files.readString(rates).replaceAll("(?m)^at: example$", "at: " + clock.instant()));
        try (var partners = Files.list(copy.resolve("iso8583").resolve("partners"))) {
            for (var partner : partners.toList()) {
                // The demo's own banks are test banks: they have no keys.
                Files.writeString(
                        partner,
                        Files.readString(partner)
                                .replaceAll("(?m)^times: .*$", QUICK)
                                .replaceAll("(?m)^codes:.*\\R([ \\t].*\\R)*", ""));
            }
        }
        return temporary;
    }

    /** Where the server is. */
    URI server() {
        return server;
    }

    @Override
    public URI ussd() {
        return server.resolve("/gateways/africastalking/ussd?key=" + USSD_KEY);
    }

    @Override
    public URI route(URI link) {
        return server.resolve(link.getPath().substring(PUBLIC.getPath().length()));
    }

    @Override
    public URI twilio() {
        return twilio.base();
    }

    @Override
    public Answer operator(String who, List<String> command) {
        return who.isEmpty()
                ? run(command)
                : ScopedValue.where(OperatorLine.PLAYED, who).call(() -> run(command));
    }

    private Answer run(List<String> command) {
        var said = new StringWriter();
        var writer = new PrintWriter(said);
        var all = new ArrayList<>(command);
        all.addAll(List.of(
                "--data",
                temporary.place().data().toString(),
                "--config",
                config.path().toString()));
        int status = Homeline.commandLine().setOut(writer).setErr(writer).execute(all.toArray(String[]::new));
        writer.flush();
        return new Answer(status, said.toString());
    }

    @Override
    public String bank(String partner, String typed) {
        var bank = banks.get(partner);
        if (bank == null) {
            throw new IllegalArgumentException("there is no bank " + partner + " here; there are " + banks.keySet());
        }
        return bank.ask(typed);
    }

    @Override
    public String terminal(String agent, String terminal, List<String> typed) {
        var currency = Currency.getInstance("KES");
        var settings = new CashTerminal.Settings(
                "127.0.0.1",
                application.get(TerminalHost.class).port().orElseThrow(),
                terminal,
                agent,
                "%03d".formatted(currency.getNumericCode()),
                master(terminal));
        var said = new StringWriter();
        var lines = String.join("\n", typed) + "\nquit\n";
        try (var prompt = Prompt.plain(new BufferedReader(new StringReader(lines)), new PrintWriter(said));
                var till = new CashTerminal(settings, clock, new SecureRandom(), PATIENCE)) {
            new CashTill(till, settings, currency, prompt, clock).run();
        }
        return said.toString();
    }

    /** Each terminal's key is made and imported when it is first used, as its custodians would. */
    private byte[] master(String terminal) {
        return masters.computeIfAbsent(terminal, first -> {
            var key = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(key);
            try (var folder = TemporaryFolder.make("homeline-key")) {
                var file = folder.path().resolve("master.key");
                PrivateFile.write(file, HexFormat.of().formatHex(key).getBytes(StandardCharsets.US_ASCII));
                var imported = operator(List.of(
                        "key",
                        "import",
                        TerminalKeyName.master(first),
                        "--algorithm",
                        "aes",
                        "--file",
                        file.toString()));
                if (imported.status() != 0) {
                    throw new IllegalStateException(imported.text());
                }
                return key;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    @Override
    public void tick() {
        clock.advance(Duration.ofSeconds(1));
    }

    @Override
    public void advance(Duration by) {
        clock.advance(by);
        application.get(Chores.class).runAll();
    }

    @Override
    public void settle() {
        var links = application.get(Links.class);
        await(() -> links.underWay() == 0, () -> "instructions to banks are still under way: " + links.underWay());
        var outbox = application.get(OutboxTable.class);
        await(() -> outbox.backlog().waiting() == 0, () -> "messages still wait in the outbox: " + outbox.backlog());
    }

    private static void await(BooleanSupplier condition, Supplier<String> what) {
        long end = System.nanoTime() + SETTLE_WITHIN.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new StuckException(what.get());
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    @Override
    public void close() {
        // First, so that its last reports find the server still there.
        twilio.close();
        application.close();
        banks.values().forEach(BankSimulator::close);
        try {
            temporary.close();
            config.close();
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
