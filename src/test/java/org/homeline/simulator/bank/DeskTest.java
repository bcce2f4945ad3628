package org.homeline.simulator.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import org.homeline.simulator.prompt.Prompt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The desk as a pipe sees it. */
final class DeskTest {
    private final BankSimulator bank =
            BankSimulator.start(BankSettings.of(Wire.ASCII).withSeed(8583), BankSimulatorTest.CLOCK);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void whoHasWhatIsLookedUp() throws Exception {
        try (var client = Client.signedOn(Wire.ASCII, bank)) {
            client.ask(Client.debit("482913", "0123456789", 120));
        }
        assertThat(type("accounts", "statement 0123456789", "totals", "items", "items 2026-03-01"))
                .contains(
                        "0123456789         KES 49998.80  Wanjiku Kamau\n",
                        "Achieng Closed, closed\n",
                        "Savings Only, no debits\n",
                        "2026-03-02          KES -1.20       KES 49998.80  HOMELINE 482913\n",
                        "2026-03-02 KES: credits 0 of KES 0.00, reversed 0 of KES 0.00; debits 1 of KES 1.20, reversed 0 of"
                                + " KES 0.00; the bank owes Homeline KES 1.20\n",
                        "items-2026-03-02.csv\n");
        assertThat(folder.resolve("items-2026-03-01.csv"))
                .content()
                .isEqualTo("date,stan,rrn,kind,amount,currency,account,status\n");
    }

    /** Homeline's day with the bank ends at a cut-over, and the calendar's does not. */
    @Test
    void withoutADayTheNewestBusinessDayIsMeant() throws Exception {
        try (var client = Client.signedOn(Wire.ASCII, bank)) {
            var tomorrows = Client.debit("482913", "0123456789", 120);
            tomorrows.set(15, "0303");
            client.ask(tomorrows);
        }
        assertThat(type("totals", "items"))
                .contains("2026-03-03 KES: credits 0", "debits 1 of", "items-2026-03-03.csv");
    }

    @Test
    void faultsAreTypedSeenAndHealed() {
        assertThat(type("decline:51 0200 x3", "drop-answer", "faults", "heal", "faults", "quit", "accounts"))
                .containsSubsequence("bank> faults\ndecline:51 0200 x3\ndrop-answer\n", "bank> faults\nnone\n")
                .doesNotContain("Wanjiku");
    }

    @Test
    void aSignOnIsForgottenFromHere() throws Exception {
        try (var client = Client.signedOn(Wire.ASCII, bank)) {
            type("sign-off");
            assertThat(client.code(Client.debit("000001", "0123456789", 120))).isEqualTo("91");
        }
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        assertThat(type("sing", "statement 1", "totals yesterday", "help"))
                .contains(
                        "no fault is called sing: there are drop-request,",
                        "no account has the number 1. Type help.",
                        "write a day as 2026-03-02, not yesterday. Type help.",
                        "what a business day came to");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --partner=morse             | --partner is ascii or binary, not morse
            --keys=rot13                | --keys is aes or triple-des, not rot13
            --mac-key=zz                | write a key in hex, 32 characters for 16 bytes
            --mac-key=0011              | a key has 16 bytes; for AES it may have 24 or 32
            --account=1                 | write an account as 0123456789=KES:500000:Wanjiku
            --account=1=XXY:5           | write an account as 0123456789=KES:500000:Wanjiku
            --account=1=KES:5:A:shut    | write an account as 0123456789=KES:500000:Wanjiku
            --fault=decline             | write which code declines, as decline:51
            --port=70000                | --port is from 0 to 65535
            """)
    void anOptionThatCannotBeReadIsSaidWithItsMending(String option, String said) {
        var errors = new StringWriter();
        var line = new CommandLine(new BankCommand()).setErr(new PrintWriter(errors));
        assertThat(line.execute(option)).isEqualTo(2);
        assertThat(errors.toString()).contains(said);
    }

    private String type(String... lines) {
        var shown = new StringWriter();
        var input = new BufferedReader(new StringReader(String.join("\n", lines)));
        try (var prompt = Prompt.plain(input, new PrintWriter(shown))) {
            new Desk(new Enquiries(bank, folder), prompt).run();
        }
        return shown.toString();
    }
}
