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
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--port",
            defaultValue = "8085",
            description = "where the server finds it (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--webhook",
            defaultValue = "http://127.0.0.1:8080/gateways/twilio/sms",
            description = "where texts are posted to (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private URI webhook;

    @Option(names = "--account", defaultValue = "${env:TWILIO_ACCOUNT_SID:-AC00000000000000000000000000000001}")
    @SuppressWarnings("NullAway.Init")
    private String account;

    @Option(names = "--token", defaultValue = "${env:TWILIO_AUTH_TOKEN:-" + SIMULATED + "}")
    @SuppressWarnings("NullAway.Init")
    private String token;

    @Option(names = "--from", defaultValue = "${env:TWILIO_FROM:-+15005550006}")
    @SuppressWarnings("NullAway.Init")
    private String from;

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        var holder = new Account(account, token, from);
        try (var twilio = TwilioSimulator.start(holder, port, Clock.systemUTC(), new SecureRandom())) {
            twilio.webhook(webhook);
            twilio.onMessage(sms -> print(out, sms.to() + " <- " + sms.body()));
            print(out, "Start the server with");
            print(
                    out,
                    "  TWILIO_ACCOUNT_SID=" + account + " TWILIO_AUTH_TOKEN=" + shown(token) + " TWILIO_FROM=" + from);
            print(out, "  TWILIO_API_BASE=" + twilio.base());
            read(twilio, out);
        }
        return 0;
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
                print(out, "the server answered " + reply.status());
            }
        } catch (UncheckedIOException noAnswer) {
            print(out, "the server does not answer: is it running, and is --webhook right?");
        }
    }

    /** A token from the environment may be a real one. */
    private static String shown(String token) {
        return token.equals(SIMULATED) ? token : "...";
    }

    private static void print(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
