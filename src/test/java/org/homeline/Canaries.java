package org.homeline;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.homeline.simulator.phone.Carrier;
import org.homeline.simulator.phone.Phone;
import org.homeline.simulator.twilio.Account;
import org.homeline.simulator.twilio.TwilioSimulator;
import org.homeline.testing.Secret;

/** The main journey on a real server, told everything secret in values that are known again. */
final class Canaries {
    /** Not a secret: what the search must find in the log and in the database. */
    static final String NAME = "Canary Mwangi";

    static final String KEY_STORE_PASSWORD = "a-password-qWz7Yp2";
    static final String DATABASE_PASSWORD = "another-password-Rk4bV9";

    private static final String USSD_KEY = "a-key-uP3xN8c";
    private static final String WRONG_KEY = "a-wrong-key-Hs6mT1";
    private static final String TOKEN = "a-token-Jd5vL0e";
    private static final String OLD_PIN = "739154";
    private static final String NEW_PIN = "528046";
    private static final String MISTYPED_PIN = "284715";
    private static final String WRONG_PIN = "846203";
    private static final String AGENT_PIN = "601847";
    private static final String WRONG_AGENT_PIN = "915263";
    private static final String WEAK_PIN = "777777";

    private static final String COMPONENT = "6f1d2b7ac95e4083b1a6d20f98e37c54";
    private static final String OTHER_COMPONENT = "93c40e58f2a71bd67d3b8ac1045fe629";
    private static final String COMBINED = "fcd925223bf95b55cc9d58ce9cbc9a7d";

    private static final Account ACCOUNT = new Account("AC00000000000000000000000000000001", TOKEN, "+12025550199");
    private static final Duration MESSAGE_WITHIN = Duration.ofSeconds(20);
    private static final Pattern CODE = Pattern.compile("(?<![\\d.,+])\\d{6}(?![\\d.,]\\d|\\d)");

    private final List<Secret> secrets = new ArrayList<>(List.of(
            Secret.of("AFRICASTALKING_KEY", USSD_KEY),
            Secret.of("a key that somebody tried", WRONG_KEY),
            Secret.of("TWILIO_AUTH_TOKEN", TOKEN),
            Secret.of("HOMELINE_KEYSTORE_PASSWORD", KEY_STORE_PASSWORD),
            Secret.of("HOMELINE_DATABASE_PASSWORD", DATABASE_PASSWORD),
            Secret.of("the PIN", OLD_PIN),
            Secret.of("the new PIN", NEW_PIN),
            Secret.of("a PIN that was mistyped", MISTYPED_PIN),
            Secret.of("a wrong PIN", WRONG_PIN),
            Secret.of("the agent's PIN", AGENT_PIN),
            Secret.of("a wrong PIN of the agent", WRONG_AGENT_PIN),
            Secret.of("a PIN that was refused", WEAK_PIN),
            new Secret("a component of a partner's key", HexFormat.of().parseHex(COMPONENT)),
            new Secret("the other component", HexFormat.of().parseHex(OTHER_COMPONENT)),
            new Secret("the partner's key", HexFormat.of().parseHex(COMBINED)),
            Secret.of("a component as it was typed", COMPONENT),
            Secret.of("the other component as it was typed", OTHER_COMPONENT)));

    private final Path data;
    private final URI server;
    private final TwilioSimulator twilio;
    private final Carrier carrier;
    private final Phone agent;
    private final Phone customer;

    private Canaries(Path data, URI server, TwilioSimulator twilio) {
        this.data = data;
        this.server = server;
        this.twilio = twilio;
        this.carrier = new Carrier(ussd(USSD_KEY), twilio.base());
        this.agent = new Phone("+254722000111", carrier);
        this.customer = new Phone("+254712345678", carrier);
    }

    static TwilioSimulator twilio() {
        return TwilioSimulator.start(ACCOUNT, 0, Clock.systemUTC(), new SecureRandom());
    }

    static Map<String, String> environment(TwilioSimulator twilio) {
        return Map.of(
                "AFRICASTALKING_KEY",
                USSD_KEY,
                "TWILIO_ACCOUNT_SID",
                ACCOUNT.sid(),
                "TWILIO_AUTH_TOKEN",
                TOKEN,
                "TWILIO_FROM",
                ACCOUNT.number(),
                "TWILIO_API_BASE",
                twilio.base().toString(),
                "HOMELINE_KEYSTORE_PASSWORD",
                KEY_STORE_PASSWORD,
                "HOMELINE_DATABASE_PASSWORD",
                DATABASE_PASSWORD);
    }

    /** Plays the journey; the Twilio is gone at its end, so that a message with a code is still waiting. */
    static List<Secret> play(Path data, URI server, TwilioSimulator twilio) throws IOException {
        twilio.webhook(server.resolve("/gateways/twilio/sms"));
        var played = new Canaries(data, server, twilio);
        try {
            played.enter();
            played.fill();
            played.send();
            played.cashOut();
            played.changePin();
            played.trouble();
            played.importKey();
            played.leaveWaiting();
            return played.secrets;
        } finally {
            played.carrier.close();
        }
    }

    private URI ussd(String key) {
        return server.resolve("/gateways/africastalking/ussd?key=" + key);
    }

    private void enter() {
        operator("agent", "add", agent.number(), "Kamau's Shop");
        operator("agent", "float", agent.number(), "50000", "slip");
        dial(agent, AGENT_PIN, AGENT_PIN);
        dial(customer, "1", NAME, WEAK_PIN, WEAK_PIN, OLD_PIN, MISTYPED_PIN, OLD_PIN, OLD_PIN);
        shows(dial(customer, "2", OLD_PIN), "You have KES 0");
    }

    private void fill() {
        shows(dial(agent, "1", customer.number(), "20000", WRONG_AGENT_PIN), "PIN");
        shows(dial(agent, "1", customer.number(), "20000", AGENT_PIN), "Ref ");
    }

    /** By text message, to somebody who is not a customer yet: that needs the PIN. */
    private void send() {
        var code = code(text("SEND 5000 TO 0733444555", "To pay"), "PAY");
        secrets.add(Secret.of("the quote's code", code));
        customer.text("PAY " + code + " " + WRONG_PIN);
        text("PAY " + code + " " + OLD_PIN, "Sent KES");
        customer.text("PAYER " + code + "*" + OLD_PIN);
        customer.text("my pin is " + OLD_PIN);
    }

    private void cashOut() {
        var code = code(dial(customer, "4", "1000", OLD_PIN), "Code");
        secrets.add(Secret.of("the cash-out's code", code));
        shows(dial(agent, "2", customer.number(), code, AGENT_PIN), "Ref ");
    }

    private void changePin() {
        shows(dial(customer, "6", "2", OLD_PIN, NEW_PIN, NEW_PIN), "Your PIN was changed.");
        shows(dial(customer, "2", NEW_PIN), "You have KES");
    }

    /** What can't be read, and who may not call. */
    private void trouble() {
        dial(customer, "3", OLD_PIN, NEW_PIN, "*" + NEW_PIN);
        try (var stranger = new Carrier(ussd(WRONG_KEY), twilio.base())) {
            new Phone(customer.number(), stranger).dial("*384*77#" + NEW_PIN);
        }
        operator("customer", "show", customer.number());
        operator("audit");
    }

    /** Taken once, and refused once, which is written down in another place. */
    private void importKey() throws IOException {
        var file = data.resolveSibling("kek");
        PrivateFile.write(file, (COMPONENT + "\n" + OTHER_COMPONENT + "\n").getBytes(StandardCharsets.US_ASCII));
        operator("key", "import", "canary-bank.kek", "--algorithm", "aes", "--file", file.toString());
        Run.on(data, "key", "import", "canary-bank.kek", "--algorithm", "rot13", "--file", file.toString());
    }

    private void leaveWaiting() {
        twilio.close();
        secrets.add(Secret.of("the code that waits", code(dial(customer, "4", "500", NEW_PIN), "Code")));
    }

    private void operator(String... command) {
        var run = Run.on(data, command);
        if (run.status() != 0) {
            throw new AssertionError(run.toString());
        }
    }

    private static String dial(Phone phone, String... inputs) {
        var screen = phone.dial("*384*77#");
        if (screen.text().startsWith("You were cut off")) {
            screen = phone.type("2");
        }
        for (var input : inputs) {
            if (!screen.ends()) {
                screen = phone.type(input);
            }
        }
        phone.hangUp();
        return screen.text();
    }

    /** What this text is answered with: the first message that says this. */
    private String text(String body, String part) {
        int status = customer.text(body);
        if (status != 200) {
            throw new AssertionError("status " + status + " for " + body);
        }
        for (var came = customer.receive(MESSAGE_WITHIN); !came.isEmpty(); came = customer.receive(MESSAGE_WITHIN)) {
            for (var message : came) {
                if (message.body().contains(part)) {
                    return message.body();
                }
            }
        }
        throw new AssertionError("no '" + part + "' in answer to " + body);
    }

    private static String code(String text, String beside) {
        shows(text, beside);
        var code = CODE.matcher(text);
        if (!code.find()) {
            throw new AssertionError("no code in: " + text);
        }
        return code.group();
    }

    private static void shows(String text, String part) {
        if (!text.contains(part)) {
            throw new AssertionError("'" + part + "' is not in: " + text);
        }
    }
}
