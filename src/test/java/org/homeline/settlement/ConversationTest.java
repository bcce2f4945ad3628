package org.homeline.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeline.operation.Actor;
import org.homeline.operation.Teller;
import org.homeline.settlement.link.Links;
import org.homeline.simulator.bank.BankSettings;
import org.homeline.simulator.bank.BankSimulator;
import org.homeline.simulator.bank.Fault;
import org.homeline.simulator.bank.Wire;
import org.homeline.testing.ConfigurationCopy;
import org.homeline.testing.Eventually;
import org.homeline.testing.RecordingLine;
import org.homeline.testing.TestServer;
import org.homeline.time.StoryClock;
import org.junit.jupiter.api.Test;

/**
 * A conversation with a bank of each kind as a file of bytes, which both sides still make as it stands. Refreshed by {@code
 * -Dhomeline.refresh=true}; the README says how to look at it.
 */
final class ConversationTest {
    private static final Path FILE = Path.of("src/test/resources/settlement/conversation.hex");
    private static final Instant NOW = Instant.parse("2026-11-27T15:30:00Z");

    @Test
    void homelineAndTheBankSpeakAsWritten() throws IOException {
        var settings = BankSettings.of(Wire.ASCII).withSeed(7);
        var spoken = new ArrayList<String>();
        try (var bank = BankSimulator.start(settings, Clock.fixed(NOW, ZoneOffset.UTC));
                var line = new RecordingLine(bank.port(), answer -> false);
                var server = server(line.port())) {
            var links = server.get(Links.class);
            step(spoken, line, "sign on", 2, links::start);
            step(spoken, line, "a debit is approved", 2, () -> give(server, "debit", 1_234));
            step(spoken, line, "a credit is approved", 2, () -> give(server, "credit", 500));
            bank.fault(Fault.parse("decline:51 0200"));
            step(spoken, line, "a debit is declined: not enough", 2, () -> give(server, "debit", 999_999));
            bank.fault(Fault.parse("drop-answer 0200"));
            step(spoken, line, "a debit is not answered, and is reversed", 5, () -> give(server, "debit", 777));
        }
        if (Boolean.getBoolean("homeline.refresh")) {
            Files.createDirectories(FILE.getParent());
            Files.write(FILE, spoken);
        }
        // After a silence the reversal and an echo go out side by side.
        assertThat(spoken).containsExactlyInAnyOrderElementsOf(Files.readAllLines(FILE));
    }

    private static TestServer server(int port) {
        var configuration = ConfigurationCopy.make()
                .with(
                        "iso8583/partners/demo-us.yaml",
                        text -> text.replaceAll(
                                "(?m)^times: .*$",
                                "times: { connect: 2s, answer: 500ms, queue: 10m, retry: 1s, longest-retry: 5s, give-up: 1h, echo: 1h }"));
        return TestServer.onH2(
                Map.of(
                        "homeline.config",
                        configuration.folder().toString(),
                        "homeline.connect." + BankWorld.US,
                        "127.0.0.1:" + port,
                        GiveOrder.PROPERTY,
                        "true"),
                StoryClock.standingAt(NOW));
    }

    /** Done once so many frames have passed, and what they led to is in the books. */
    private static void step(List<String> spoken, RecordingLine line, String what, int frames, Runnable step) {
        int before = line.frames().size();
        step.run();
        Eventually.holds(() -> line.frames().size() >= before + frames, line::frames);
        spoken.add("# " + what);
        spoken.addAll(line.frames().subList(before, line.frames().size()));
    }

    private static void give(TestServer server, String kind, long minor) {
        var subject = UUID.randomUUID();
        server.get(Teller.class)
                .perform(
                        GiveOrder.NAME,
                        new GiveOrder.Input(BankWorld.US, kind, minor, subject),
                        new Actor.Worker("test"),
                        "give:" + subject,
                        null);
        Eventually.holds(
                () -> server.get(Instructions.class).of(subject).getFirst().isOver(),
                () -> server.get(Instructions.class).of(subject));
    }
}
