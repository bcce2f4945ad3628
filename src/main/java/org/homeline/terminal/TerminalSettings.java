package org.homeline.terminal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.homeline.configuration.ConfigurationException;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.configuration.Node;
import org.homeline.configuration.Problem;
import org.homeline.configuration.Problems;
import org.homeline.iso8583.Dialect;
import org.homeline.iso8583.Dialects;
import org.homeline.iso8583.Framing;
import org.homeline.signing.MessageCode;
import org.homeline.signing.PinBlock;

/**
 * {@code iso8583/terminals.yaml}.
 *
 * @param listen empty where terminals are not served
 * @param keyStore with what is shown by TLS; empty for plain connections
 * @param idle after which a connection on which nothing came is closed
 */
public record TerminalSettings(
        Optional<Listen> listen,
        Optional<KeyStore> keyStore,
        Dialect dialect,
        Framing framing,
        MessageCode mac,
        PinBlock pinBlock,
        Duration idle,
        int mostConnections,
        Map<Response, String> codes) {
    private static final String FILE = "iso8583/terminals.yaml";
    private static final String OFF = "off";
    private static final String VARIABLE = "HOMELINE_TERMINAL_LISTEN";
    private static final Pattern LISTEN = Pattern.compile("(?:\\[([0-9a-fA-F:]+)]|([^:]+)):([0-9]{1,5})");
    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST = 100_000;
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{2}");

    /** @param port 0 for a free one */
    public record Listen(InetAddress address, int port) {
        /** @throws IllegalArgumentException where it is none */
        static Listen parse(String written) {
            var matcher = LISTEN.matcher(written.strip());
            if (!matcher.matches() || Integer.parseInt(matcher.group(3)) > HIGHEST_PORT) {
                throw new IllegalArgumentException(written);
            }
            try {
                var host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
                return new Listen(InetAddress.getByName(host), Integer.parseInt(matcher.group(3)));
            } catch (UnknownHostException unknown) {
                throw new IllegalArgumentException(written, unknown);
            }
        }
    }

    /**
     * What terminals are shown by TLS. Whether it opens shows only when it is used: a configuration may be checked where it is not.
     *
     * @param line which names it
     */
    public record KeyStore(Path file, int line) {
        static KeyStore named(Node node, ConfigurationFolder folder) {
            return new KeyStore(folder.path().resolve(node.text()), node.line());
        }

        ConfigurationException wrong(String mend) {
            return new ConfigurationException(List.of(new Problem(FILE, line, "tls", mend)));
        }
    }

    /** @throws ConfigurationException with everything that is wrong in the file */
    public static TerminalSettings read(ConfigurationFolder folder, Dialects dialects) {
        var file = folder.read(FILE)
                .only("listen", "tls", "dialect", "framing", "mac", "pin-block", "idle", "most-connections", "codes");
        var problems = new Problems();
        var listen = problems.attempt(() -> unlessOff(file.get("listen")).map(TerminalSettings::listen));
        var keyStore = problems.attempt(() -> unlessOff(file.get("tls")).map(node -> KeyStore.named(node, folder)));
        var dialect = problems.attempt(() -> dialect(file.get("dialect"), dialects));
        var framing = problems.attempt(() -> Framing.read(file.get("framing")));
        var mac = problems.attempt(() -> file.get("mac").oneOf(MessageCode.class));
        var pinBlock = problems.attempt(() -> file.get("pin-block").oneOf(PinBlock.class));
        var idle = problems.attempt(() -> file.get("idle").duration());
        int most = problems.attempt(() -> most(file.get("most-connections")), 0);
        var codes = problems.attempt(() -> codes(file.get("codes")));
        if (mac != null && pinBlock != null && mac.algorithm() != pinBlock.algorithm()) {
            problems.add(file.get("pin-block")
                    .problem("does not go with " + file.get("mac").text() + ": one master key wraps the keys of both"));
        }
        problems.raise();
        return new TerminalSettings(
                there(listen),
                there(keyStore),
                there(dialect),
                there(framing),
                there(mac),
                there(pinBlock),
                there(idle),
                most,
                there(codes));
    }

    /** Where the environment or whoever starts the server says where to listen, that comes before the file. */
    public TerminalSettings listening(String written) {
        if (written.isBlank()) {
            return this;
        }
        try {
            return new TerminalSettings(
                    written.strip().equals(OFF) ? Optional.empty() : Optional.of(Listen.parse(written)),
                    keyStore,
                    dialect,
                    framing,
                    mac,
                    pinBlock,
                    idle,
                    mostConnections,
                    codes);
        } catch (IllegalArgumentException none) {
            throw new ConfigurationException(List.of(new Problem(
                    VARIABLE, 0, "", "write off, or an address and a port such as 127.0.0.1:9583, not " + written)));
        }
    }

    /** What shows to be wrong only when it is used. */
    ConfigurationException wrong(String field, String mend) {
        return new ConfigurationException(List.of(new Problem(FILE, 0, field, mend)));
    }

    String code(Response response) {
        return there(codes.get(response));
    }

    private static <T> T there(@org.jspecify.annotations.Nullable T read) {
        return java.util.Objects.requireNonNull(read);
    }

    private static Optional<Node> unlessOff(Node node) {
        return node.text().equals(OFF) ? Optional.empty() : Optional.of(node);
    }

    private static Listen listen(Node node) {
        return node.read("off, or an address and a port such as 127.0.0.1:9583", Listen::parse);
    }

    private static Dialect dialect(Node node, Dialects dialects) {
        return dialects.find(node.text()).orElseThrow(() -> node.wrong("is no dialect: there are " + dialects.names()));
    }

    private static int most(Node node) {
        long most = node.number(1);
        if (most > MOST) {
            throw node.wrong("write at most " + MOST);
        }
        return Math.toIntExact(most);
    }

    private static Map<Response, String> codes(Node node) {
        node.only(Arrays.stream(Response.values()).map(Response::label).toArray(String[]::new));
        var codes = new EnumMap<Response, String>(Response.class);
        var problems = new Problems();
        var taken = new HashMap<String, Response>();
        problems.each(List.of(Response.values()), response -> {
            var field = node.get(response.label());
            var code = field.text();
            if (!CODE.matcher(code).matches()) {
                throw field.wrong("write two digits or capitals in quotes, such as \"05\"");
            }
            var other = taken.put(code, response);
            if (other != null) {
                throw field.wrong("'" + code + "' is " + other.label() + " already: each has its own");
            }
            codes.put(response, code);
        });
        problems.raise();
        return codes;
    }
}
