package org.homeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.homeline.api.OperatorDesk;
import org.junit.jupiter.api.Test;

final class OutcomePrinterTest {
    @Test
    void valuesAreAligned() throws IOException {
        assertThat(printed("""
                        {"outcome":"AgentAdded","done":true,"values":{"name":"Ana","phone":{"e164":"+254711000001"},
                        "floatBalance":{"minor":20000,"currency":"KES"}}}""")).isEqualTo("""
                        Agent added.
                          Name           Ana
                          Phone          +254711000001
                          Float balance  KES 200.00
                        """);
    }

    @Test
    void listsAreTables() throws IOException {
        assertThat(printed("""
                        {"outcome":"Agents","done":true,"values":{"items":[
                        {"name":"Ana","float":{"minor":5,"currency":"KES"}},
                        {"name":"Bartholomew","float":{"minor":2000000,"currency":"KES"}}]}}""")).isEqualTo("""
                        NAME                FLOAT
                        Ana              KES 0.05
                        Bartholomew  KES 20000.00
                        """);
        assertThat(printed("{\"outcome\":\"Agents\",\"done\":true,\"values\":{\"items\":[]}}"))
                .isEqualTo("None.\n");
    }

    @Test
    void whatStoodInTheWayIsSaidInWords() throws IOException {
        assertThat(
                        printed(
                                "{\"outcome\":\"NotEnoughFloat\",\"done\":false,\"values\":{\"float\":{\"minor\":5,\"currency\":\"USD\"}}}"))
                .isEqualTo("homeline: not enough float: float USD 0.05\n");
    }

    @Test
    void timesAreTheOperators() throws IOException {
        assertThat(printed("{\"outcome\":\"Shown\",\"done\":true,\"values\":{\"since\":\"2026-03-02T22:00:16.5Z\"}}"))
                .isEqualTo("""
                        Shown.
                          Since  3 Mar 2026 01:00 EAT
                        """);
    }

    private static String printed(String json) throws IOException {
        var text = new StringWriter();
        var writer = new PrintWriter(text);
        new OutcomePrinter(writer, writer, new OperatorZone(ZoneId.of("Africa/Nairobi")))
                .print(OperatorDesk.read(json.getBytes(StandardCharsets.UTF_8)));
        return text.toString();
    }
}
