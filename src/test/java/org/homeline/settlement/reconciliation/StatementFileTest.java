package org.homeline.settlement.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.homeline.money.Money;
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
            2026-03-03,12.34,USD,in,x       | line 2: has 5 fields, not 6: date,amount,currency,direction,reference,text
            2026-13-03,12.34,USD,in,x,y     | line 2: date: '2026-13-03' is no date: write it as 2026-03-02
            2026-03-03,12.345,USD,in,x,y    | line 2: amount: '12.345' is no amount of USD that can be read in one way only: write it in plain digits, as 1000.00
            2026-03-03,1.000,USD,in,x,y     | line 2: amount: '1.000' is no amount of USD that can be read in one way only: write it in plain digits, as 1000.00
            2026-03-03,"1,000",USD,in,x,y   | line 2: amount: '1,000' is no amount of USD that can be read in one way only: write it in plain digits, as 1000.00
            2026-03-03,0.100,USD,in,x,y     | line 2: amount: '0.100' is no amount of USD that can be read in one way only: write it in plain digits, as 1000.00
            2026-03-03,-12.34,USD,in,x,y    | line 2: amount: '-12.34' is no amount of USD that can be read in one way only: write it in plain digits, as 1000.00
            2026-03-03,12.34,XXY,in,x,y     | line 2: currency: 'XXY' is no currency: write its code, as USD
            2026-03-03,12.34,EUR,in,x,y     | line 2: currency: the bank's file in iso8583/partners has no account in EUR: take the line out, or name the bank whose statement it is with --account
            2026-03-03,12.34,USD,credit,x,y | line 2: direction: 'credit' is neither in nor out
            2026-03-03,12.34,USD,in,"x,y    | is not comma-separated: Unclosed quoted field at end of input (record starting at line 2)
            2026-03-03,12.34,USD,in,"x"z,y  | is not comma-separated: Unexpected character after closing quote: 'z' (0x7a) (record starting at line 2)
            """)
    void whatCanNotBeReadIsNamedByItsLine(String line, String why) {
        assertThatThrownBy(() -> StatementFile.read(StatementFile.HEADER + "\n" + line, "USD"::equals))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12        | USD | 1200
            12.3      | USD | 1230
            1,000.00  | USD | 100000
            1.000,00  | EUR | 100000
            12,50     | EUR | 1250
            1,234,567 | KES | 123456700
            1,000     | JPY | 1000
            """)
    void anAmountIsReadWhereItCanMeanOneThing(String amount, String currency, long minor) throws Exception {
        var file = StatementFile.HEADER + "\n2026-03-03,\"" + amount + "\"," + currency + ",in,x,y";
        assertThat(StatementFile.read(file).getFirst().amount()).isEqualTo(Money.of(minor, currency));
    }

    /** RFC 4180: commas, quotes and line breaks in quotes; lines are counted as an editor counts them. */
    @Test
    void whatStandsInQuotesIsOneField() throws Exception {
        var file = StatementFile.HEADER
                + "\r\n\r\n\"2026-03-03\",\"12.34\",USD,in,\"NET \"\"A\"\", 7\",\"two\nlines\"\r\n2026-03-04,x,USD,in,,";
        assertThatThrownBy(() -> StatementFile.read(file)).hasMessageStartingWith("line 5: amount: 'x'");
        var line =
                StatementFile.read(file.substring(0, file.lastIndexOf("2026"))).getFirst();
        assertThat(line.reference() + "|" + line.text()).isEqualTo("NET \"A\", 7|two\nlines");
    }

    @Test
    void anEntryInACurrencyWithoutAnAccountIsRefused() throws Exception {
        var xml = golden("camt053.xml");
        assertThat(StatementFile.read(xml, "USD"::equals)).hasSize(3);
        assertThatThrownBy(() -> StatementFile.read(xml, "KES"::equals))
                .hasMessageStartingWith(
                        "entry of 2026-03-03 over USD 12.34: the bank's file in iso8583/partners has no");
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
