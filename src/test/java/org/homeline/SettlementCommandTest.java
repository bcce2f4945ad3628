package org.homeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's commands about banks, as they are typed where no server runs. */
final class SettlementCommandTest {
    private static final String CSV = "src/test/resources/settlement/statement.csv";
    private static final String ITEMS = """
            date,stan,rrn,kind,amount,currency,account,status
            2026-03-02,000007,606100000007,credit,5000,USD,******5678,booked
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void statementsAndItemsBecomeExceptionsThatTwoResolve() throws IOException {
        assertThat(run("treasury", "prefund", "USD10", "slip").status()).isZero();
        assertThat(run("settlement", "status").out())
                .contains("PARTNER", "POSITION", "ON ITS WAY", "demo-us", "no server runs", "even", "USD 0.00");
        assertThat(run("settlement", "exceptions").out())
                .isEqualTo("No exceptions: whatever was compared with banks agrees, or is resolved.\n");
        assertThat(run("settlement", "instructions").out()).isEqualTo("Nothing is under way with banks.\n");

        var imported = run("settlement", "import", CSV, "--account", "demo-us");
        assertThat(imported.err()).isEmpty();
        assertThat(imported.out()).isEqualTo("""
                Imported.
                  Matched             0
                  New exceptions      4
                  Seen before         0
                  Payments not shown  0
                """);
        assertThat(run("settlement", "import", CSV, "--account", "demo-us").out())
                .containsPattern("Seen before +4\n");
        var compared = run("settlement", "close-day", "demo-us", "2026-03-02", "--items", items());
        assertThat(compared.err()).contains("nothing can be asked of demo-us now: no server runs");
        assertThat(compared.status()).isZero();
        assertThat(compared.out()).containsPattern("Items +1\n").containsPattern("New exceptions +1\n");

        var listed = run("settlement", "exceptions").out();
        var item = listed.lines()
                .filter(line -> line.contains("unknown-to-us"))
                .findFirst()
                .orElseThrow();
        assertThat(item).contains("booked credit of USD 50.00", "USD -50.00", "suspense?", "open");
        var id = item.strip().split(" ", 2)[0];
        assertThat(run("settlement", "show", id).out()).contains("WHAT", "at the bank", "booked credit of USD 50.00");
        assertThat(run("settlement", "show", "606100000007").out())
                .as("by the bank's own reference")
                .isEqualTo(run("settlement", "show", id).out());
        assertThat(run("settlement", "approve", id, "--as", "suspense", "--reason", "seen")
                        .err())
                .contains("nobody has proposed");
        assertThat(run("settlement", "resolve", id, "--as", "settle", "--reason", "letter")
                        .err())
                .contains("can't be put right as 'settle': take one of return, write-off, suspense, accept");
        var proposed = run("settlement", "resolve", id, "--as", "suspense", "--reason", "letter");
        assertThat(proposed.out()).startsWith("Proposed.").contains("./homeline settlement approve " + id);
        assertThat(run("settlement", "approve", id, "--as", "accept", "--reason", "seen")
                        .err())
                .contains("it is proposed as suspense of -50.00USD, by ", "nothing was done", "--gap=-50.00USD");
        assertThat(run("settlement", "approve", id, "--as", "suspense", "--gap=-50.00USD", "--reason", "seen")
                        .err())
                .contains("proposed it, so another operator has to approve it");
        assertThat(ben("settlement", "approve", id, "--as", "suspense", "--reason", "seen")
                        .err())
                .contains("it is proposed as suspense of -50.00USD");
        assertThat(ben("settlement", "approve", id, "--as", "suspense", "--gap=-50.00USD", "--reason", "seen")
                        .out())
                .startsWith("Approved.");
        assertThat(run("settlement", "exceptions").out()).contains("in suspense");
        assertThat(run("settlement", "resolve", id, "--as", "return", "--reason", "letter")
                        .err())
                .contains("say which instruction it was", "--instruction ID");
        assertThat(run("settlement", "resolve", id, "--as", "return", "--instruction", "606100000007", "--reason", "x")
                        .err())
                .contains("demo-us has no instruction called 606100000007");
        assertThat(run("audit").out())
                .contains("settlement exceptions", "four eyes", "net positions", "balanced days", "clean");
    }

    @Test
    void whatCanNotBeDoneIsSaidInWords() throws IOException {
        assertThat(run("treasury", "prefund", "USD10", "slip").status()).isZero();
        assertThat(run("settlement", "close-day", "nobody").err()).contains("there are demo-ke, demo-us");
        assertThat(run("settlement", "close-day", "demo-us").err())
                .isEqualTo(
                        "homeline: nothing can be asked of demo-us now: no server runs. Nothing was done; the day is closed by"
                                + " itself once a server has the link\n");
        assertThat(run("settlement", "close-day", "demo-us", "2026-03-03", "--items", items())
                        .err())
                .contains("line 2: is of 2026-03-02, not of 2026-03-03. Nothing was taken");
        assertThat(run("settlement", "close-day", "demo-us", "30.11.2026").err())
                .matches("homeline: DAY is a business day as 2026-11-30 \\(year, month, day\\), not '30.11.2026':"
                        + " the last that is over with demo-us is \\d{4}-\\d\\d-\\d\\d\n");
        assertThat(run("settlement", "close-day", "demo-us", "2026-02-30", "--items", items())
                        .err())
                .startsWith("homeline: DAY is a business day")
                .hasLineCount(1);
        assertThat(run("settlement", "close-day", "nobody", "x").err()).contains("there are demo-ke, demo-us");
        assertThat(run("settlement", "import", "pom.xml", "--account", "demo-us")
                        .err())
                .contains("pom.xml can't be used: is no camt.053 statement");
        var euros = Files.writeString(
                folder.resolve("euros.csv"),
                "date,amount,currency,direction,reference,text\n2026-03-03,5.00,USD,in,,\n2026-03-03,12.34,EUR,in,,\n");
        assertThat(run("settlement", "import", euros.toString(), "--account", "demo-us")
                        .err())
                .startsWith(
                        "homeline: " + euros + " can't be used: line 3: currency: the bank's file in iso8583/partners"
                                + " has no account in EUR: take the line out,")
                .endsWith(". Nothing was taken\n");
        assertThat(run("settlement", "import", CSV, "--account", "nobody").err())
                .contains("there are demo-ke, demo-us");
        assertThat(run("settlement", "import", "nowhere", "--account", "demo-us")
                        .err())
                .contains("nowhere is not there");
        assertThat(run("settlement", "import", folder.toString(), "--account", "demo-us")
                        .err())
                .contains(folder + " is a folder");
        assertThat(run("settlement", "resolve", "x", "--as", "accept", "--reason", "y")
                        .err())
                .contains("no exception has the id 'x'");
        assertThat(run("settlement", "settle", "demo-us", "KES5", "--reference", "A")
                        .err())
                .contains("has accounts in USD");
        assertThat(run("settlement", "show", "x").err())
                .contains("no exception or instruction has the id, retrieval reference or customer's reference 'x'");
        assertThat(run("settlement", "settle", "demo-us", "USD5", "--reference", "A")
                        .err())
                .contains("that is more than is owed: Homeline owes USD 0.00");
    }

    private String items() throws IOException {
        return Files.writeString(folder.resolve("items.csv"), ITEMS).toString();
    }

    private Run ben(String... command) {
        return ScopedValue.where(OperatorLine.PLAYED, "ben").call(() -> run(command));
    }

    private Run run(String... command) {
        return Run.on(folder.resolve("data"), command);
    }
}
