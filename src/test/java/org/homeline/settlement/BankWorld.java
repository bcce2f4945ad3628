package org.homeline.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.testing.People.done;

import java.time.Clock;
import java.util.Currency;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeline.customer.Activities;
import org.homeline.customer.Activity;
import org.homeline.ledger.Audit;
import org.homeline.ledger.Books;
import org.homeline.money.Money;
import org.homeline.operation.Actor;
import org.homeline.operation.Teller;
import org.homeline.settlement.link.Links;
import org.homeline.signing.KeyComponents;
import org.homeline.simulator.bank.BankKeys;
import org.homeline.simulator.bank.BankSettings;
import org.homeline.simulator.bank.BankSimulator;
import org.homeline.simulator.bank.Fault;
import org.homeline.simulator.bank.KeyScheme;
import org.homeline.simulator.bank.Wire;
import org.homeline.testing.ConfigurationCopy;
import org.homeline.testing.Desk;
import org.homeline.testing.Eventually;
import org.homeline.testing.TestServer;
import org.homeline.time.StoryClock;

/**
 * A real server and the two simulated banks of the example configuration, over real sockets, with times short enough for a
 * test. An operation of its own gives instructions, and an errand writes down how each ended. Close it.
 */
public final class BankWorld implements AutoCloseable {
    public static final String US = "demo-us";
    public static final String KE = "demo-ke";
    public static final String US_ACCOUNT = "4412345678";
    public static final String KE_ACCOUNT = "0123456789";

    private static final String TIMES =
            "times: { connect: 2s, answer: 400ms, queue: 20s, retry: 200ms, longest-retry: 800ms,"
                    + " give-up: 1h, echo: 700ms }";

    private static final String KEY_ENCRYPTING_KEY = "0123456789ABCDEFFEDCBA9876543210";
    /** Each sends its working key once Homeline has signed on, and takes nothing without a code from then on. */
    private static final Map<String, String> CODES = Map.of(
            US, "{ algorithm: aes-cmac, key: demo-us.mac, key-encrypting-key: demo-us.kek, wrapped: aes }",
            KE, "{ algorithm: ansi-x9-19, key: demo-ke.mac, key-encrypting-key: demo-ke.kek, wrapped: triple-des }");

    private final Map<String, BankSimulator> banks = new HashMap<>();
    private final TestServer server;

    private BankWorld(boolean postgres, Clock clock) {
        banks.put(US, bank(Wire.ASCII, KeyScheme.AES, clock));
        banks.put(KE, bank(Wire.BINARY, KeyScheme.TRIPLE_DES, clock));
        var configuration = ConfigurationCopy.make();
        CODES.forEach((partner, codes) -> configuration.with(
                "iso8583/partners/" + partner + ".yaml",
                text -> text.replaceAll("(?m)^times: .*$", TIMES) + "codes: " + codes + "\n"));
        var properties = Map.<String, Object>of(
                "homeline.config",
                configuration.folder().toString(),
                "homeline.connect." + US,
                "127.0.0.1:" + banks.get(US).port(),
                "homeline.connect." + KE,
                "127.0.0.1:" + banks.get(KE).port(),
                GiveOrder.PROPERTY,
                "true");
        server = postgres ? TestServer.onPostgres(properties, clock) : TestServer.onH2(properties, clock);
        importKey(US + ".kek", "aes", KEY_ENCRYPTING_KEY);
        importKey(KE + ".kek", "tdes", KEY_ENCRYPTING_KEY);
        server.get(Links.class).start();
    }

    private static BankSimulator bank(Wire wire, KeyScheme scheme, Clock clock) {
        var key = HexFormat.of().parseHex(KEY_ENCRYPTING_KEY);
        var keys = new BankKeys(scheme, Optional.empty(), Optional.of(key));
        return BankSimulator.start(BankSettings.of(wire).withKeys(keys), clock);
    }

    /** As its custodians would, but for there being one of them. */
    void importKey(String name, String algorithm, String hex) {
        done(
                new Desk(server)
                        .operator(
                                "key.import",
                                Map.of(
                                        "name", name,
                                        "algorithm", algorithm,
                                        "components", new KeyComponents(List.of(hex)))),
                "Imported");
    }

    public static BankWorld onH2() {
        return new BankWorld(false, StoryClock.running());
    }

    public static BankWorld onPostgres() {
        return new BankWorld(true, StoryClock.running());
    }

    /** With a clock for server and banks that is the test's. */
    static BankWorld at(Clock clock, boolean postgres) {
        return new BankWorld(postgres, clock);
    }

    public TestServer server() {
        return server;
    }

    public BankSimulator bank(String partner) {
        return java.util.Objects.requireNonNull(banks.get(partner));
    }

    public void fault(String partner, String... faults) {
        for (var fault : faults) {
            bank(partner).fault(Fault.parse(fault));
        }
    }

    /** Gives an instruction; its id. */
    UUID give(String partner, Partner.Kind kind, long minor) {
        var subject = UUID.randomUUID();
        done(
                server.get(Teller.class)
                        .perform(
                                GiveOrder.NAME,
                                new GiveOrder.Input(partner, kind.label(), minor, subject),
                                new Actor.Worker("test"),
                                "give:" + subject,
                                null),
                "Given");
        return server.get(Instructions.class).of(subject).getFirst().id();
    }

    /** How it ended, once it has. */
    String ended(UUID instruction) {
        Eventually.holds(
                () -> instruction(instruction).isOver(),
                () -> instruction(instruction) + " "
                        + bank(instruction(instruction).partner()).faults());
        return instruction(instruction).state();
    }

    Instruction instruction(UUID id) {
        return server.get(Instructions.class).find(id).orElseThrow();
    }

    /** What the errand left in the books: a line for each ending it heard of. */
    List<String> heard(UUID instruction) {
        return server
                .get(Activities.class)
                .findTop10ByOwnerOrderByAtDesc(instruction(instruction).subject())
                .stream()
                .map(Activity::what)
                .toList();
    }

    /** Both sides' books say the same, and ours are right. */
    void assertReconciled() {
        for (var partner : List.of(US, KE)) {
            var currency = partner.equals(US) ? "USD" : "KES";
            var settlement = server.get(Partners.class)
                    .of(partner)
                    .settlement(Money.of(0, currency).currency());
            var totals = server.get(Books.class).totals(List.of(settlement)).getFirst();
            assertThat(-totals.balance())
                    .as("what " + partner + " owes, here and there")
                    .isEqualTo(bank(partner).position(Currency.getInstance(currency)));
            assertThat(totals.debitsPending() + totals.creditsPending())
                    .as("held with " + partner)
                    .isZero();
        }
        assertThat(server.get(Audit.class).run().broken()).isEmpty();
    }

    @Override
    public void close() {
        server.close();
        banks.values().forEach(BankSimulator::close);
    }
}
