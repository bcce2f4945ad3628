package org.homeline.settlement.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of bank statements, and of what only looks like one. */
final class StatementFileTest {
    @Test
    void theBookedEntriesOfACamt053AreRead() throws Exception {
        var lines = StatementFile.read(golden("camt053.xml"));
        assertThat(lines)
                .extracting(line -> String.join(
                        "|",
                        line.statement(),
                        line.booked().toString(),
                        line.amount().toString(),
                        line.reference(),
                        line.text()))
                .containsExactly(
                        "STMT-2026-062|2026-03-03|USD 12.34|1|Net settlement NET-0303 Demo & Bank",
                        "STMT-2026-062|2026-03-03|USD -7.50|3|Account fee, March",
                        "STMT-2026-063|2026-03-04|USD 20.00|AGENT-SLIP-17|");
        assertThat(new HashSet<>(ids(lines))).hasSize(3);
    }

    /** A batch, or a payment and its reversal, may share one reference; no line of it is lost, and none counts twice. */
    @Test
    void entriesThatShareAReferenceAreToldApart() throws Exception {
        var entries = String.join(
                "", entry("5.00", "CRDT"), entry("5.00", "CRDT"), entry("6.00", "CRDT"), entry("5.00", "DBIT"));
        var xml = "<Document><BkToCstmrStmt><Stmt><Id>S</Id>" + entries + "</Stmt></BkToCstmrStmt></Document>";
        var lines = StatementFile.read(xml);
        assertThat(lines).extracting(StatementLine::minor).containsExactly(500L, 500L, 600L, -500L);
        assertThat(new HashSet<>(ids(lines))).hasSize(4);
        assertThat(ids(StatementFile.read(xml))).isEqualTo(ids(lines));
    }

    private static String entry(String amount, String direction) {
        return "<Ntry><Amt Ccy=\"USD\">" + amount + "</Amt><CdtDbtInd>" + direction
                + "</CdtDbtInd><BookgDt><Dt>2026-03-03</Dt></BookgDt><AcctSvcrRef>BATCH</AcctSvcrRef></Ntry>";
    }

    @Test
    void commaSeparatedLinesAreReadAndAlikeOnesToldApart() throws Exception {
        var lines = StatementFile.read(golden("statement.csv"));
        assertThat(lines)
                .extracting(line -> line.booked() + " " + line.amount() + " " + line.reference() + " " + line.text())
                .containsExactly(
                        "2026-03-03 USD 12.34 NET-0303 Net settlement, Demo Bank",
                        "2026-03-03 USD -7.50  Account fee \"March\"",
                        "2026-03-04 USD 20.00 AGENT-SLIP-17 ",
                        "2026-03-04 USD 20.00 AGENT-SLIP-17 ");
        assertThat(new HashSet<>(ids(lines))).hasSize(4);
        assertThat(ids(StatementFile.read(golden("statement.csv")))).isEqualTo(ids(lines));
    }

    /** A file is from outside: it names no other file, and holds nothing that grows. */
    @Test
    void aDocumentTypeIsRefused() throws IOException {
        var secret = Path.of("pom.xml").toAbsolutePath();
        var xml = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file://" + secret + "\">]>"
                + golden("camt053.xml").replaceFirst("<\\?xml.*?\\?>", "").replace("STMT-2026-062", "&x;");
        assertThatThrownBy(() -> StatementFile.read(xml))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageNotContaining("modelVersion");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2026-03-03,12.34,USD,in,x       | has 5 fields, not 6
            2026-13-03,12.34,USD,in,x,y     | '2026-13-03' is no date
            2026-03-03,12.345,USD,in,x,y    | '12.345' is no amount of 'USD'
            2026-03-03,-12.34,USD,in,x,y    | '-12.34' is no amount of 'USD'
            2026-03-03,"1,234",USD,in,x,y   | '1,234' is no amount of 'USD'
            2026-03-03,12.34,XXY,in,x,y     | '12.34' is no amount of 'XXY'
            2026-03-03,12.34,USD,credit,x,y | 'credit' is neither in nor out
            2026-03-03,12.34,USD,in,"x,y    | has a quote that is not closed
            2026-03-03,12.34,USD,in,"x"z,y  | has something behind a closing quote
            2026-03-03,12.34,USD,in,x"z,y   | has a quote within a field that is not in quotes
            """)
    void whatCanNotBeReadIsNamedByItsLine(String line, String why) {
        assertThatThrownBy(() -> StatementFile.read(StatementFile.HEADER + "\n" + line))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage("line 2: " + why);
    }

    @Test
    void anythingElseIsNoStatement() {
        assertThatThrownBy(() -> StatementFile.read("")).hasMessageStartingWith("line 1: expected the header date,");
        assertThatThrownBy(() -> StatementFile.read("<a/>")).hasMessageStartingWith("is no camt.053 statement");
        assertThatThrownBy(() -> StatementFile.read("<a><b></a>")).hasMessage("line 1: is no XML that can be read");
        assertThatThrownBy(() -> StatementFile.read("<a>".repeat(100))).hasMessageContaining("deeper");
    }

    private static List<String> ids(List<StatementLine> lines) {
        return lines.stream().map(line -> line.id("demo-us").toString()).toList();
    }

    static String golden(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/settlement", name));
    }
}
