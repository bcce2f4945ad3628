package org.homeline.terminal;

import static org.homeline.testing.Desk.part;
import static org.homeline.testing.People.amount;
import static org.homeline.testing.People.done;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.homeline.ledger.Audit;
import org.homeline.money.Money;
import org.homeline.signing.KeyComponents;
import org.homeline.simulator.terminal.CashTerminal;
import org.homeline.simulator.terminal.Trust;
import org.homeline.testing.People;
import org.homeline.testing.TestServer;

/** A shop with a real server behind a real socket: an agent, a terminal that has its keys, a customer with money. */
final class Counter implements AutoCloseable {
    static final String AGENT = "+254722000111";
    static final String CUSTOMER = "+254712345678";
    static final String TERMINAL = "T0000001";
    static final String KES = "404";
    private static final byte[] MASTER = HexFormat.of().parseHex("00112233445566778899aabbccddeeff");

    final TestServer server;
    final People people;
    final CashTerminal terminal;
    private final Optional<Trust> tls;
    private final Random random = new Random(7);

    Counter(Object... singletons) throws Exception {
        this(TestServer.onH2(listening(Map.of()), singletons));
    }

    Counter(TestServer server) throws Exception {
        this(server, Optional.empty());
    }

    /** @param tls empty for plain connections */
    Counter(TestServer server, Optional<Trust> tls) throws Exception {
        this.server = server;
        this.tls = tls;
        this.people = new People(server);
        people.agent(AGENT, "Wanjiku Stores", "100000");
        people.customer(CUSTOMER, "Juma Otieno");
        people.cashIn(AGENT, CUSTOMER, "20000");
        add(TERMINAL, AGENT);
        server.get(TerminalHost.class).start();
        this.terminal = terminal(TERMINAL, AGENT);
        terminal.signOn();
        terminal.exchangeKeys();
    }

    static Map<String, Object> listening(Map<String, Object> more) {
        var properties = new HashMap<String, Object>(more);
        properties.put("homeline.terminal-listen", "127.0.0.1:0");
        return properties;
    }

    void add(String terminal, String agent) {
        done(
                people.desk().operator("agent.addTerminal", Map.of("terminal", terminal, "phone", agent)),
                "TerminalAdded");
        done(
                people.desk()
                        .operator(
                                "key.import",
                                Map.of(
                                        "name",
                                        "terminal-" + terminal + ".master",
                                        "algorithm",
                                        "aes",
                                        "components",
                                        new KeyComponents(List.of(HexFormat.of().formatHex(MASTER))))),
                "Imported");
    }

    CashTerminal terminal(String terminal, String agent) {
        return new CashTerminal(
                settings(terminal, agent, port()), server.get(Clock.class), random, Duration.ofSeconds(20));
    }

    CashTerminal.Settings settings(String terminal, String agent, int port) {
        var plain = plain(terminal, agent, port);
        return tls.map(plain::over).orElse(plain);
    }

    CashTerminal.Settings plain(String terminal, String agent, int port) {
        return new CashTerminal.Settings("127.0.0.1", port, terminal, agent, KES, MASTER);
    }

    int port() {
        return server.get(TerminalHost.class).port().orElseThrow();
    }

    /** A customer's code for so much. */
    String code(String written) {
        return part(
                        people.desk().ussd(CUSTOMER, "agent.withdraw", Map.of("amount", amount(written)), People.PIN),
                        "code")
                .toString();
    }

    Money wallet() {
        return (Money) part(people.desk().ussd(CUSTOMER, "customer.balance", Map.of(), People.PIN), "available");
    }

    Money inFloat() {
        return (Money) part(people.desk().ussd(AGENT, "agent.float", Map.of(), People.PIN), "left");
    }

    Money commission() {
        return (Money) part(people.desk().ussd(AGENT, "agent.float", Map.of(), People.PIN), "commission");
    }

    List<?> broken() {
        return server.get(Audit.class).run().broken();
    }

    static Money kes(long minor) {
        return Money.of(minor, "KES");
    }

    @Override
    public void close() {
        terminal.close();
        server.close();
    }
}
