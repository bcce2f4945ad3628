package org.homeline.simulator.bank;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.homeline.simulator.prompt.Prompt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A bank in the terminal. */
@Command(
        name = "bank",
        description = {
            "A bank on this machine that settles over ISO 8583: shows each message, and does badly what you ask it to.",
            "Type help in it."
        },
        mixinStandardHelpOptions = true)
public final class BankCommand implements Callable<Integer> {
    private static final int HIGHEST_PORT = 65_535;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8583",
            description = "the port on which the server finds it (default: ${DEFAULT-VALUE}); 0 takes a free one")
    private int port;

    @Option(
            names = "--partner",
            paramLabel = "WIRE",
            defaultValue = "ascii",
            description = "how it writes messages: ascii, or binary (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private String partner;

    @Option(
            names = "--account",
            paramLabel = "ACCOUNT",
            description = {
                "an account, as 0123456789=KES:500000:Wanjiku (cents); :closed or :no-debit may stand behind",
                "may be given again; without any there are examples"
            })
    private List<String> accounts = List.of();

    @Option(
            names = "--fault",
            paramLabel = "FAULT",
            description = {
                "what befalls messages, as 'drop-answer 0200', 'decline:51 0200 x3', 'delay:5s 042x'",
                "may be given again"
            })
    private List<String> faults = List.of();

    @Option(
            names = "--keys",
            paramLabel = "SCHEME",
            defaultValue = "aes",
            description = "what its keys are for: aes, or triple-des (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private String scheme;

    @Option(names = "--mac-key", paramLabel = "HEX", description = "the key under which messages are authenticated")
    private @Nullable String macKey;

    @Option(names = "--key-encrypting-key", paramLabel = "HEX", description = "the key under which new keys are sent")
    private @Nullable String keyEncryptingKey;

    @Option(
            names = "--items",
            paramLabel = "DIR",
            description = "where it leaves a day's item file at a reconciliation")
    private @Nullable Path items;

    @Option(names = "--seed", paramLabel = "N", description = "the same seed brings the same keys and the same garbage")
    private @Nullable Long seed;

    @Override
    public Integer call() throws InterruptedException {
        var settings = settings();
        var out = spec.commandLine().getOut();
        try (var bank = BankSimulator.start(settings, Clock.systemUTC());
                var prompt = Prompt.open(out)) {
            bank.onLine(prompt::print);
            prompt.print("A bank at 127.0.0.1:" + bank.port() + ", " + partner + ". Type help.");
            boolean quit = new Desk(new Enquiries(bank, settings.items().orElse(Path.of("."))), prompt).run();
            if (!quit && !prompt.isInteractive()) {
                // Nobody types here, as in the background: it serves as long as its process lives.
                new CountDownLatch(1).await();
            }
        }
        return 0;
    }

    private BankSettings settings() {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new ParameterException(spec.commandLine(), "--port is from 0 to " + HIGHEST_PORT);
        }
        try {
            return new BankSettings(
                    port,
                    wire(),
                    accounts.isEmpty()
                            ? BankAccount.examples()
                            : accounts.stream().map(BankAccount::parse).toList(),
                    keys(),
                    faults.stream().map(Fault::parse).toList(),
                    Optional.ofNullable(items),
                    seed == null ? OptionalLong.empty() : OptionalLong.of(seed));
        } catch (IllegalArgumentException unreadable) {
            throw new ParameterException(spec.commandLine(), unreadable.getMessage(), unreadable);
        }
    }

    private Wire wire() {
        return switch (partner) {
            case "ascii" -> Wire.ASCII;
            case "binary" -> Wire.BINARY;
            default -> throw new IllegalArgumentException("--partner is ascii or binary, not " + partner);
        };
    }

    private BankKeys keys() {
        var agreed = switch (scheme) {
            case "aes" -> KeyScheme.AES;
            case "triple-des" -> KeyScheme.TRIPLE_DES;
            default -> throw new IllegalArgumentException("--keys is aes or triple-des, not " + scheme);
        };
        return new BankKeys(
                agreed,
                Optional.ofNullable(macKey).map(BankKeys::parse),
                Optional.ofNullable(keyEncryptingKey).map(BankKeys::parse));
    }
}
