package org.homeline.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.testing.People.done;

import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.homeline.ledger.Audit;
import org.homeline.operation.Actor;
import org.homeline.operation.Teller;
import org.homeline.settlement.link.DayClosing;
import org.homeline.settlement.link.FormerPartners;
import org.homeline.settlement.link.Links;
import org.homeline.settlement.reconciliation.StatementFile;
import org.homeline.simulator.bank.BankSettings;
import org.homeline.simulator.bank.BankSimulator;
import org.homeline.simulator.bank.Wire;
import org.homeline.testing.ConfigurationCopy;
import org.homeline.testing.Desk;
import org.homeline.testing.Eventually;
import org.homeline.testing.TestServer;
import org.homeline.testing.TwoOperators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator takes a bank's file out while something is under way with it. */
final class FormerPartnerTest {
    private static final String MEND =
            "iso8583/partners/demo-us.yaml is gone, but 1 instruction is under way with it: put"
                    + " the file back, and leave it until ./homeline settlement status shows none, and nobody owes"
                    + " anybody";

    @TempDir
    private Path data = Path.of("");

    @Test
    void itIsNamedAndAllOthersGoOn() throws Exception {
        var without = ConfigurationCopy.make();
        Files.delete(without.folder().resolve("iso8583/partners/demo-us.yaml"));
        try (var bank = BankSimulator.start(BankSettings.of(Wire.BINARY), Clock.systemUTC())) {
            try (var before = server(Path.of("gateway-config"), bank)) {
                give(before, BankWorld.US);
                assertThat(before.get(FormerPartners.class).all()).isEmpty();
            }
            try (var after = server(without.folder(), bank)) {
                after.get(Links.class).start();
                assertThat(after.get(FormerPartners.class).all())
                        .extracting(FormerPartners.Former::mend)
                        .containsExactly(MEND);
                assertThat(operator(after, "settlement.status"))
                        .contains("partner=demo-us, link=its file is gone, underWay=1", MEND, "partner=demo-ke");
                assertThat(operator(after, "settlement.instructions")).contains("demo-us", "state=queued");
                assertThat(health(after)).contains("\"demo-us\":\"its file is gone\"");
                var other = give(after, BankWorld.KE);
                Eventually.holds(
                        () -> instruction(after, other).state().equals(Instruction.SETTLED),
                        () -> instruction(after, other));
                assertThat(after.get(Audit.class).run().broken()).isEmpty();
            }
            try (var back = server(Path.of("gateway-config"), bank)) {
                assertThat(back.get(FormerPartners.class).all()).isEmpty();
            }
        }
    }

    /** What was found of its days waits until the file is there again, and says so. */
    @Test
    void nothingOfItIsCorrectedWithoutItsFile() throws Exception {
        var without = ConfigurationCopy.make();
        Files.delete(without.folder().resolve("iso8583/partners/demo-us.yaml"));
        try (var bank = BankSimulator.start(BankSettings.of(Wire.BINARY), Clock.systemUTC())) {
            UUID line;
            try (var before = server(Path.of("gateway-config"), bank)) {
                var file = "date,amount,currency,direction,reference,text\n2026-01-02,5.00,USD,in,W-1,\n";
                var two = new TwoOperators(before);
                done(
                        two.by(
                                "ana",
                                "settlement.import",
                                Map.of("partner", BankWorld.US, "lines", StatementFile.read(file))),
                        "Imported");
                line = before.get(Discrepancies.class).findWaiting().getFirst().id();
                done(two.resolve(line, "suspense", "ana"), "Proposed");
            }
            try (var after = server(without.folder(), bank)) {
                var two = new TwoOperators(after);
                assertThat(two.approve(line, "suspense", "ben").toString())
                        .startsWith("CannotSettle[why=iso8583/partners/demo-us.yaml is gone: put the file back");
                done(two.resolve(line, "write-off", "ana"), "NotNow");
            }
            try (var back = server(Path.of("gateway-config"), bank)) {
                done(new TwoOperators(back).approve(line, "suspense", "ben"), "Approved");
            }
        }
    }

    /** What was settled with it is owed all the same, and nobody's payment stumbles over that. */
    @Test
    void whatIsOwedInACurrencyThatItsFileLosesIsNamed() throws Exception {
        var other = ConfigurationCopy.make()
                .with("iso8583/partners/demo-ke.yaml", text -> text.replaceAll("(?m)^  KES:", "  TZS:"));
        try (var bank = BankSimulator.start(BankSettings.of(Wire.BINARY), Clock.systemUTC())) {
            try (var before = server(Path.of("gateway-config"), bank)) {
                before.get(Links.class).start();
                var paid = give(before, BankWorld.KE);
                Eventually.holds(
                        () -> instruction(before, paid).state().equals(Instruction.SETTLED),
                        () -> instruction(before, paid));
                before.get(DayClosing.class)
                        .close(BankWorld.KE, instruction(before, paid).day());
            }
            try (var after = server(other.folder(), bank)) {
                assertThat(after.get(FormerPartners.class).all())
                        .extracting(FormerPartners.Former::mend)
                        .singleElement()
                        .asString()
                        .startsWith("iso8583/partners/demo-ke.yaml keeps no accounts in KES any more, but ")
                        .contains("owes");
                assertThat(operator(after, "settlement.status")).contains("link=its file lacks a currency");
            }
        }
    }

    private TestServer server(Path configuration, BankSimulator bank) {
        var properties = new HashMap<String, Object>(Map.of(
                "homeline.config",
                configuration.toString(),
                "homeline.data",
                data.toString(),
                "micronaut.server.port",
                -1,
                "homeline.connect." + BankWorld.KE,
                "127.0.0.1:" + bank.port(),
                GiveOrder.PROPERTY,
                "true"));
        var url = "jdbc:h2:file:" + data.resolve("books")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;OPTIMIZE_REUSE_RESULTS=FALSE";
        return TestServer.start(url, "sa", properties);
    }

    private static UUID give(TestServer server, String partner) {
        var subject = UUID.randomUUID();
        done(
                server.get(Teller.class)
                        .perform(
                                GiveOrder.NAME,
                                new GiveOrder.Input(partner, "credit", 1_000, subject),
                                new Actor.Worker("test"),
                                "give:" + subject,
                                null),
                "Given");
        return server.get(Instructions.class).of(subject).getFirst().id();
    }

    private static Instruction instruction(TestServer server, UUID id) {
        return server.get(Instructions.class).find(id).orElseThrow();
    }

    private static String operator(TestServer server, String operation) {
        return new Desk(server).operator(operation, Map.of()).toString();
    }

    private static String health(TestServer server) throws Exception {
        var http = server.get(EmbeddedServer.class).start();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http.getPort() + "/health"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}
