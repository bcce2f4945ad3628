package org.homeline.simulator.till;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.homeline.simulator.handset.Connection;
import org.homeline.simulator.phone.Phone;
import org.homeline.simulator.prompt.Prompt;
import org.homeline.simulator.prompt.Written;
import org.homeline.simulator.terminal.CashTerminal;
import org.homeline.simulator.terminal.CashTill;
import org.homeline.simulator.terminal.MasterKey;
import org.homeline.simulator.terminal.Trust;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** An agent's till in the terminal. */
@Command(
        name = "terminal",
        description = {
            "An agent's till: cash in and out, over the agent's USSD dialogue, or with --iso at a cash terminal.",
            "Type help in it."
        },
        mixinStandardHelpOptions = true)
public final class TillCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private Connection connection = new Connection();

    @Option(
            names = "--number",
            paramLabel = "NUMBER",
            required = true,
            converter = Written.PhoneNumber.class,
            description = "the agent's number, as +254722000111")
    @SuppressWarnings("NullAway.Init")
    private String number;

    @ArgGroup(exclusive = false, heading = "A cash terminal, over ISO 8583:%n")
    private @Nullable Iso iso;

    /** What a cash terminal needs, all of it together. */
    private static final class Iso {
        @Option(
                names = "--iso",
                paramLabel = "HOST:PORT",
                required = true,
                converter = Written.HostAndPort.class,
                description = "where the server listens for terminals, as 127.0.0.1:9583")
        @SuppressWarnings("NullAway.Init")
        private InetSocketAddress host;

        @Option(names = "--terminal", paramLabel = "TERMINAL", required = true, description = "its name, as T0000001")
        @SuppressWarnings("NullAway.Init")
        private String terminal;

        @Option(
                names = "--master-key-file",
                paramLabel = "FILE",
                required = true,
                description = "the file that was imported as its master key")
        @SuppressWarnings("NullAway.Init")
        private Path masterKey;

        @Option(
                names = "--currency",
                paramLabel = "CODE",
                defaultValue = "KES",
                description = "of the agent's float (default: ${DEFAULT-VALUE})")
        @SuppressWarnings("NullAway.Init")
        private String currency;

        @Option(
                names = "--tls",
                paramLabel = "FILE",
                description = "the host's certificate (PEM): connects by TLS, and to no other host than that")
        private @Nullable Path certificate;
    }

    @Override
    public Integer call() {
        return iso == null ? dial() : open(iso);
    }

    private int dial() {
        if (!connection.answers(spec.commandLine().getErr())) {
            return 1;
        }
        try (var carrier = connection.carrier();
                var prompt = Prompt.open(spec.commandLine().getOut())) {
            new Till(new Phone(number, carrier), connection.serviceCode(), prompt).run();
        }
        return 0;
    }

    private int open(Iso given) {
        var currency = currency(given);
        var settings = new CashTerminal.Settings(
                given.host.getHostString(),
                given.host.getPort(),
                given.terminal,
                number,
                "%03d".formatted(currency.getNumericCode()),
                read(given.masterKey, MasterKey::read),
                Optional.ofNullable(given.certificate).map(file -> read(file, Trust::read)));
        var clock = Clock.system(ZoneId.systemDefault());
        try (var terminal = new CashTerminal(settings, clock, new SecureRandom(), PATIENCE);
                var prompt = Prompt.open(spec.commandLine().getOut())) {
            if (new CashTill(terminal, settings, currency, prompt, clock).run()) {
                return 0;
            }
        }
        var err = spec.commandLine().getErr();
        // Why, the till has said.
        err.println("homeline: terminal " + given.terminal + " could not open at " + settings.host() + ":"
                + settings.port());
        err.flush();
        return 1;
    }

    private Currency currency(Iso given) {
        try {
            return Currency.getInstance(given.currency);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(
                    spec.commandLine(), "'" + given.currency + "' is no currency: write one such as KES", unknown);
        }
    }

    private interface Reading<T> {
        T of(Path file) throws IOException;
    }

    private <T> T read(Path file, Reading<T> reading) {
        try {
            return reading.of(file);
        } catch (IOException unreadable) {
            throw new ParameterException(spec.commandLine(), file + " can't be read", unreadable);
        } catch (IllegalArgumentException none) {
            throw new ParameterException(spec.commandLine(), String.valueOf(none.getMessage()), none);
        }
    }
}
