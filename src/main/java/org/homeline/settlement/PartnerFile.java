package org.homeline.settlement;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.homeline.configuration.ConfigurationException;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.configuration.Node;
import org.homeline.configuration.Problem;
import org.homeline.configuration.Problems;
import org.homeline.customer.Countries;
import org.homeline.iso8583.Dialect;
import org.homeline.iso8583.Dialects;
import org.homeline.iso8583.Framing;
import org.homeline.money.Money;
import org.homeline.settlement.Partner.Meaning;
import org.homeline.signing.MessageCode;
import org.joda.money.CurrencyUnit;

/** Reads a partner's file. */
final class PartnerFile {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,29}");
    private static final Pattern ADDRESS = Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+]):(\\d{1,5})");
    private static final String OFF = "off";
    private static final String WHERE = "off, or host and port such as 10.1.2.3:9100,";
    private static final String[] FIELDS = {
        "name",
        "country",
        "accounts",
        "currencies",
        "connect",
        "dialect",
        "framing",
        "identity",
        "services",
        "fields",
        "responses",
        "reversals-done",
        "window",
        "times",
        "cut-over",
        "codes",
        "proof"
    };
    private static final int LAST_PORT = 65_535;

    private final Dialects dialects;
    private final Countries countries;

    PartnerFile(Dialects dialects, Countries countries) {
        this.dialects = dialects;
        this.countries = countries;
    }

    /** @param connect where to connect to in place of what the file says; empty where that holds */
    Partner read(ConfigurationFolder folder, String id, String file, Optional<String> connect) {
        var node = folder.read(file);
        var problems = new Problems();
        problems.attempt(() -> requireKnown(node, id));
        var name = problems.part(() -> sized(node.get("name"), "\\S.{0,38}\\S", "a name of 2 to 40 characters"));
        var country = problems.part(() -> country(node.get("country")));
        var accounts = problems.part(
                () -> node.get("accounts").read("a regular expression such as [0-9]{10}", PartnerFile::pattern));
        var currencies = problems.part(() -> currencies(node.get("currencies")));
        var address = problems.part(
                () -> connect.map(instead -> instead(id, instead)).orElseGet(() -> address(node.get("connect"))));
        var dialect = problems.part(() -> dialect(node.get("dialect")));
        var framing = problems.part(() -> Framing.read(node.get("framing")));
        var identity = problems.part(() -> identity(node.get("identity")));
        var services = problems.part(() -> services(node.get("services")));
        var fields = dialect.then(spoken -> fields(node.get("fields"), spoken));
        var responses = problems.part(() -> responses(node.get("responses")));
        var reversalsDone = problems.part(() -> reversalsDone(node.get("reversals-done")));
        var window = problems.part(() -> Math.toIntExact(node.get("window").number(1)));
        var times = problems.part(() -> times(node.get("times")));
        var cutOver = problems.part(() -> cutOver(node.get("cut-over")));
        var codes = problems.part(() -> node.find("codes").map(PartnerFile::codes));
        var proof = currencies.then(kept -> node.find("proof").map(amount -> proof(amount, kept)));
        problems.raise();
        return new Partner(
                id,
                name.get(),
                country.get(),
                accounts.get(),
                currencies.get(),
                address.get(),
                dialect.get(),
                framing.get(),
                identity.get(),
                services.get(),
                fields.get(),
                responses.get(),
                reversalsDone.get(),
                window.get(),
                times.get(),
                cutOver.get(),
                codes.get(),
                proof.get());
    }

    private static void requireKnown(Node node, String id) {
        node.only(FIELDS);
        if (!ID.matcher(id).matches()) {
            throw node.wrong("a partner's file is named in small letters, digits and hyphens, at most 30");
        }
    }

    private Dialect dialect(Node node) {
        return dialects.find(node.text()).orElseThrow(() -> node.wrong("is no dialect; there are " + dialects.names()));
    }

    private String country(Node node) {
        return countries
                .find(node.text())
                .map(Countries.Country::code)
                .orElseThrow(() -> node.wrong("is not in countries.yaml, which has " + countries.codes()));
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static Map<CurrencyUnit, Partner.Caps> currencies(Node node) {
        var caps = new LinkedHashMap<CurrencyUnit, Partner.Caps>();
        var problems = new Problems();
        problems.each(node.fields().entrySet(), entry -> {
            var currency = entry.getValue().currency(entry.getKey());
            var cap = entry.getValue().only("cap", "alarm");
            var most = cap.get("cap").amount(currency, Money::ofMajor);
            var alarm = cap.get("alarm").amount(currency, Money::ofMajor);
            if (alarm.compareTo(most) > 0) {
                throw cap.get("alarm").wrong("an alarm beyond the cap never sounds: it may be " + most + " at most");
            }
            caps.put(currency, new Partner.Caps(most, alarm));
        });
        problems.raise();
        return caps;
    }

    private static Optional<Partner.Address> address(Node node) {
        return node.read(WHERE, PartnerFile::address);
    }

    /** What is wrong with it is to be mended in the environment, whatever the file says. */
    private static Optional<Partner.Address> instead(String id, String text) {
        try {
            return address(text);
        } catch (IllegalArgumentException none) {
            throw new ConfigurationException(List.of(
                    new Problem(Partners.variable(id), 0, "", "write " + WHERE + " instead of '" + text + "'")));
        }
    }

    /** @throws IllegalArgumentException where it is none */
    private static Optional<Partner.Address> address(String text) {
        if (text.equals(OFF)) {
            return Optional.empty();
        }
        var matcher = ADDRESS.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > LAST_PORT) {
            throw new IllegalArgumentException(text);
        }
        return Optional.of(new Partner.Address(matcher.group(1), Integer.parseInt(matcher.group(2))));
    }

    private static Partner.Identity identity(Node node) {
        node.only("version", "acquirer", "terminal", "acceptor", "place");
        var problems = new Problems();
        var version = problems.part(
                () -> sized(node.get("version"), "[0-9]", "the first digit of message types: 0 for 1987"));
        var acquirer = problems.part(() -> sized(node.get("acquirer"), "[0-9]{1,11}", "up to 11 digits"));
        var terminal = problems.part(() -> sized(node.get("terminal"), "[ -~]{8}", "exactly 8 characters"));
        var acceptor = problems.part(() -> sized(node.get("acceptor"), "[ -~]{1,15}", "up to 15 characters"));
        var place = problems.part(() -> sized(node.get("place"), "[ -~]{1,40}", "up to 40 characters"));
        problems.raise();
        return new Partner.Identity(
                version.get().charAt(0), acquirer.get(), terminal.get(), acceptor.get(), place.get());
    }

    private static String sized(Node node, String pattern, String expected) {
        return node.read(expected, text -> {
            if (!text.matches(pattern)) {
                throw new IllegalArgumentException();
            }
            return text;
        });
    }

    private static Map<Partner.Kind, Partner.Service> services(Node node) {
        var services = new EnumMap<Partner.Kind, Partner.Service>(Partner.Kind.class);
        node.only("debit", "credit");
        for (var kind : Partner.Kind.values()) {
            node.find(kind.label())
                    .map(service -> service.only("code", "as"))
                    .ifPresent(service -> services.put(
                            kind,
                            new Partner.Service(
                                    sized(service.get("code"), "[0-9]{6}", "six digits"),
                                    service.get("as").oneOf(As.class) == As.ADVICE)));
        }
        if (services.containsKey(Partner.Kind.DEBIT)
                && services.get(Partner.Kind.DEBIT).advice()) {
            throw node.get("debit").wrong("a debit is a request: by advice money would be taken that may not be there");
        }
        var debit = services.get(Partner.Kind.DEBIT);
        if (debit != null && debit.equals(services.get(Partner.Kind.CREDIT))) {
            throw node.get("credit").get("code").wrong("is the debit's too: nobody could tell them apart");
        }
        return services;
    }

    /** How a service is asked for. */
    private enum As {
        REQUEST,
        ADVICE
    }

    private static Partner.Fields fields(Node node, Dialect dialect) {
        node.only("from", "to", "description", "key-block");
        var problems = new Problems();
        var from = problems.part(() -> field(node.get("from"), dialect));
        var to = problems.part(() -> field(node.get("to"), dialect));
        var description = problems.part(() -> field(node.get("description"), dialect));
        var keyBlock = problems.part(() -> field(node.get("key-block"), dialect));
        problems.raise();
        if (description.get().equals(from.get()) || description.get().equals(to.get())) {
            throw node.get("description").wrong("is an account's field too: take one of its own");
        }
        return new Partner.Fields(from.get(), to.get(), description.get(), keyBlock.get());
    }

    /** One that a log masks, because account numbers, one-time codes and keys stand in these. */
    private static int field(Node node, Dialect dialect) {
        int number = Math.toIntExact(node.number(2));
        if (!dialect.isMasked(number)) {
            throw node.wrong(
                    "field " + number + " is not in the dialect, or logs show all of it: give it a mask there");
        }
        return number;
    }

    private static Map<String, Meaning> responses(Node node) {
        var meanings = new HashMap<String, Meaning>();
        var problems = new Problems();
        problems.each(node.fields().entrySet(), entry -> {
            Meaning meaning;
            try {
                meaning = Meaning.valueOf(
                        entry.getKey().toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
            } catch (IllegalArgumentException none) {
                throw entry.getValue()
                        .wrong("is no meaning; there are "
                                + List.of(Meaning.values())
                                        .toString()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', '-'));
            }
            entry.getValue().items().forEach(code -> {
                if (meanings.put(sized(code, "[0-9A-Z]{2}", "two digits or letters"), meaning) != null) {
                    throw code.wrong("stands twice: keep one");
                }
            });
        });
        if (!meanings.containsValue(Meaning.APPROVED)) {
            problems.add(node.problem("lists no code that approves: add approved: [\"00\"]"));
        }
        problems.raise();
        return meanings;
    }

    private static List<String> reversalsDone(Node node) {
        var codes = node.items().stream().map(Node::text).toList();
        if (codes.isEmpty()) {
            throw node.wrong(
                    "lists no code: no reversal would ever end. Write [\"00\", \"25\"] where the bank says no more");
        }
        return codes;
    }

    private static Partner.Times times(Node node) {
        node.only("connect", "answer", "queue", "retry", "longest-retry", "give-up", "echo");
        var problems = new Problems();
        var connect = problems.part(() -> node.get("connect").duration());
        var answer = problems.part(() -> node.get("answer").duration());
        var queue = problems.part(() -> node.get("queue").duration());
        var retry = problems.part(() -> node.get("retry").duration());
        var longestRetry = problems.part(() -> node.get("longest-retry").duration());
        var giveUp = problems.part(() -> node.get("give-up").duration());
        var echo = problems.part(() -> node.get("echo").duration());
        problems.raise();
        var times = new Partner.Times(
                connect.get(), answer.get(), queue.get(), retry.get(), longestRetry.get(), giveUp.get(), echo.get());
        if (times.retry().compareTo(times.longestRetry()) > 0) {
            throw node.get("longest-retry").wrong("is shorter than the first retry");
        }
        if (times.giveUp().compareTo(times.answer()) < 0) {
            throw node.get("give-up").wrong("is shorter than the wait for an answer");
        }
        if (times.giveUp().compareTo(Duration.ofDays(Instruction.HOLD.toDays() / 2)) > 0) {
            throw node.get("give-up")
                    .wrong("may be " + Instruction.HOLD.toDays() / 2
                            + "d at most, so that the money is still held when the operator decides");
        }
        return times;
    }

    private static Partner.CutOver cutOver(Node node) {
        node.only("at", "zone");
        return new Partner.CutOver(
                node.get("at").read("a time of day such as 17:00", LocalTime::parse),
                node.get("zone").read("a time zone such as Africa/Nairobi", text -> {
                    try {
                        return ZoneId.of(text);
                    } catch (DateTimeException unknown) {
                        throw new IllegalArgumentException(unknown);
                    }
                }));
    }

    private static Partner.Codes codes(Node node) {
        node.only("algorithm", "key", "key-encrypting-key", "wrapped");
        return new Partner.Codes(
                node.get("algorithm").oneOf(MessageCode.class),
                node.get("key").text(),
                node.find("key-encrypting-key").map(Node::text),
                node.find("wrapped").map(how -> how.oneOf(Wrapped.class)).orElse(Wrapped.AES) == Wrapped.TRIPLE_DES);
    }

    /** Under which cipher the partner sends new keys. */
    private enum Wrapped {
        AES,
        TRIPLE_DES
    }

    private static Money proof(Node node, Map<CurrencyUnit, Partner.Caps> currencies) {
        var currency = currencies.keySet().iterator().next();
        return node.amount(currency, Money::ofMajor);
    }
}
