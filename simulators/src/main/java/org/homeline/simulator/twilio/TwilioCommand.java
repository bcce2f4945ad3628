package org.homeline.simulator.twilio;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.homeline.simulator.prompt.Written;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A Twilio in the terminal. */
@Command(
        name = "twilio",
        description = {
            "A Twilio on this machine: prints what the server sends and texts what you type.",
            "Type 'NUMBER: TEXT' to text as that number; end the input to stop."
        },
        mixinStandardHelpOptions = true)
public final class TwilioCommand implements Callable<Integer> {
    private static final String SIMULATED = "simulated";
    private static final String WEBHOOK = "/gateways/twilio/sms";
    private static final int HIGHEST_PORT = 65_535;
    private static final int NOT_FOUND = 404;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8085",
            description = "the port on which the server finds it (default: ${DEFAULT-VALUE}); 0 takes a free one")
    private int port;

    @Option(
            names = "--webhook",
            paramLabel = "URL",
            converter = Webhook.class,
            defaultValue = "http://127.0.0.1:8080" + WEBHOOK,
            description = "where texts are posted to, or the server's port (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private URI webhook;

    @Option(
            names = "--account",
            paramLabel = "SID",
            defaultValue = "${env:TWILIO_ACCOUNT_SID:-AC00000000000000000000000000000001}",
            description = "the account that it plays (default: TWILIO_ACCOUNT_SID, else one of zeros)")
    @SuppressWarnings("NullAway.Init")
    private String account;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:TWILIO_AUTH_TOKEN:-" + SIMULATED + "}",
            description = "what it signs with and is asked for (default: TWILIO_AUTH_TOKEN, else " + SIMULATED + ")")
    @SuppressWarnings("NullAway.Init")
    private String token;

    @Option(
            names = "--from",
            paramLabel = "NUMBER",
            defaultValue = "${env:TWILIO_FROM:-+15005550006}",
            description = "the number that the server texts from (default: TWILIO_FROM, else +15005550006)")
    @SuppressWarnings("NullAway.Init")
    private String from;

    /** An address, a server's without the path, or only its port. */
    static final class Webhook implements ITypeConverter<URI> {
        @Override
        public URI convert(String text) {
            var address = new Written.Address().convert(text);
            return address.getPath().length() <= 1 ? address.resolve(WEBHOOK) : address;
        }
    }

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        if (port < 0 || port > HIGHEST_PORT) {
            throw new ParameterException(spec.commandLine(), "--port is from 0 to " + HIGHEST_PORT);
        }
        var holder = new Account(account, token, from);
        try (var twilio = TwilioSimulator.start(holder, port, Clock.systemUTC(), new SecureRandom())) {
            twilio.webhook(webhook);
            twilio.onMessage(sms -> print(out, sms.to() + " <- " + sms.body()));
            print(out, settings(holder, twilio.base()));
            read(twilio, out);
        }
        return 0;
    }

    /** To be pasted into the terminal in which the server is started. */
    static String settings(Account account, URI base) {
        // A token from the environment may be a real one, and is there already.
        var token = account.token().equals(SIMULATED)
                ? "export TWILIO_AUTH_TOKEN=" + SIMULATED
                : "# TWILIO_AUTH_TOKEN as here";
        return String.join(
                "\n",
                "# For the terminal of the server, before it starts:",
                "export TWILIO_ACCOUNT_SID=" + quoted(account.sid()),
                token,
                "export TWILIO_FROM=" + quoted(account.number()),
                "export TWILIO_API_BASE=" + base);
    }

    /** As a shell reads it. */
    private static String quoted(String value) {
        return value.matches("[A-Za-z0-9+_.:/-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
    }

    private static void read(TwilioSimulator twilio, PrintWriter out) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                text(
                        twilio,
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip(),
                        out);
            } else if (!line.isBlank()) {
                print(out, "type NUMBER: TEXT, as +12025550123: BAL");
            }
        }
    }

    private static void text(TwilioSimulator twilio, String phone, String body, PrintWriter out) {
        try {
            var reply = twilio.text(phone, body);
            if (reply.status() != 200) {
                print(
                        out,
                        "the server answered " + reply.status()
                                + (reply.status() == NOT_FOUND ? ": is --webhook right?" : ""));
            }
        } catch (UncheckedIOException noAnswer) {
            print(out, "the server does not answer: is it running, and is --webhook right?");
        }
    }

    private static void print(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
