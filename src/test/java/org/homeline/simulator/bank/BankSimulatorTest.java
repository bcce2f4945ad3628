package org.homeline.simulator.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the bank does with messages, without keys and without trouble. */
final class BankSimulatorTest {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T14:00:00Z"), ZoneOffset.UTC);

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Currency KES = Currency.getInstance("KES");
    private static final String WANJIKU = "0123456789";
    private static final BankSettings SETTINGS = BankSettings.of(Wire.ASCII)
            .withAccounts(
                    BankAccount.of(WANJIKU, "Wanjiku", "KES", 500_000),
                    BankAccount.parse("0123456791=KES:500000:Achieng:closed"),
                    BankAccount.parse("0123456792=KES:500000:Otieno:no-debit"),
                    BankAccount.of("4412345678", "Grace", "USD", 500_000))
            .withSeed(8583);

    @ParameterizedTest
    @EnumSource(Wire.class)
    void nothingIsDoneBeforeASignOn(Wire wire) throws Exception {
        try (var bank = start(wire);
                var client = Client.connect(wire, bank)) {
            assertThat(client.code(Client.debit("000001", WANJIKU, 100))).isEqualTo("91");
            assertThat(client.code(Client.network("301"))).isEqualTo("00");
            var answer = client.ask(Client.network("001"));
            assertThat(answer.getMTI()).isEqualTo("0810");
            assertThat(List.of(answer.getString(7), answer.getString(11), answer.getString(70), answer.getString(39)))
                    .containsExactly(Client.TIME, "000001", "001", "00");
            assertThat(client.code(Client.debit("000001", WANJIKU, 100))).isEqualTo("00");
            assertThat(client.code(Client.network("002"))).isEqualTo("00");
            assertThat(client.code(Client.debit("000002", WANJIKU, 100))).isEqualTo("91");
            try (var another = Client.connect(wire, bank)) {
                assertThat(another.code(Client.debit("000003", WANJIKU, 100))).isEqualTo("91");
            }
            assertThat(balance(bank)).isEqualTo(499_900);
        }
    }

    @ParameterizedTest
    @EnumSource(Wire.class)
    void aDebitAndACreditAreBookedAndAnswered(Wire wire) throws Exception {
        try (var bank = start(wire);
                var client = Client.signedOn(wire, bank)) {
            var debit = Client.debit("000001", WANJIKU, 150_000);
            var answer = client.ask(debit);
            assertThat(answer.getMTI()).isEqualTo("0210");
            for (int echoed : new int[] {3, 4, 7, 11, 12, 13, 15, 32, 37, 41, 42, 49}) {
                assertThat(answer.getString(echoed)).as("field %s", echoed).isEqualTo(debit.getString(echoed));
            }
            assertThat(answer.getString(39)).isEqualTo("00");
            assertThat(answer.getString(38)).matches("[0-9]{6}");
            assertThat(client.code(Client.credit("000002", WANJIKU, 20_000))).isEqualTo("00");
            assertThat(bank.statement(WANJIKU))
                    .containsExactly(
                            new StatementLine(DAY, "balance brought forward", 500_000, 500_000),
                            new StatementLine(DAY, "HOMELINE 000001", -150_000, 350_000),
                            new StatementLine(DAY, "HOMELINE 000002", 20_000, 370_000));
            assertThat(bank.position(KES)).isEqualTo(130_000);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "100000, 0000000000, 100, 404, 14",
        "100000, 0123456789, 500001, 404, 51",
        "100000, 0123456792, 100, 404, 57",
        "210000, 0123456792, 100, 404, 00",
        "100000, 4412345678, 100, 404, 57",
        "100000, 0123456791, 100, 404, 62",
        "260000, 0123456791, 100, 404, 62",
        "100000, 0123456789, 0, 404, 30",
        "100000, 0123456789, 100, 000, 30",
        "310000, 0123456789, 100, 404, 30"
    })
    void whatIsNotDoneIsSaidByItsCode(String processing, String account, long minor, String currency, String code)
            throws Exception {
        try (var bank = start(Wire.ASCII);
                var client = Client.signedOn(Wire.ASCII, bank)) {
            var message = Client.debit("000001", account, minor);
            message.set(3, processing);
            message.set(103, account);
            message.set(49, currency);
            var answer = client.ask(message);
            assertThat(answer.getString(39)).isEqualTo(code);
            assertThat(answer.hasField(38)).isEqualTo(code.equals("00"));
            assertThat(bank.position(KES)).isEqualTo(code.equals("00") ? -minor : 0);
        }
    }

    @Test
    void aRepeatGetsTheSameAnswerAndSomethingElseUnderItsNumbersNone() throws Exception {
        try (var bank = start(Wire.ASCII);
                var client = Client.signedOn(Wire.ASCII, bank)) {
            var debit = Client.debit("000001", WANJIKU, 100);
            var first = client.ask(debit);
            var again = client.ask(Client.as("0201", debit));
            assertThat(again.getMTI()).isEqualTo("0210");
            assertThat(again.getString(39) + again.getString(38)).isEqualTo("00" + first.getString(38));
            assertThat(client.code(Client.debit("000001", WANJIKU, 101))).isEqualTo("94");
            var tomorrow = Client.debit("000001", WANJIKU, 100);
            tomorrow.set(7, "0303140000");
            tomorrow.set(15, "0303");
            assertThat(client.code(tomorrow)).isEqualTo("00");
            assertThat(balance(bank)).isEqualTo(499_800);
            assertThat(bank.totals(DAY.plusDays(1), KES).debits()).isEqualTo(new Totals.Sum(1, 100));
        }
    }

    @Test
    void anAdviceIsAppliedOnceHoweverOftenItComes() throws Exception {
        try (var bank = start(Wire.ASCII);
                var client = Client.signedOn(Wire.ASCII, bank)) {
            var advice = Client.as("0220", Client.credit("000001", WANJIKU, 100));
            for (var type : List.of("0220", "0221", "0221")) {
                var answer = client.ask(Client.as(type, advice));
                assertThat(answer.getMTI() + answer.getString(39)).isEqualTo("023000");
            }
            assertThat(balance(bank)).isEqualTo(500_100);
        }
    }

    @Test
    void aReversalUndoesOnceWhatWasBooked() throws Exception {
        try (var bank = start(Wire.ASCII);
                var client = Client.signedOn(Wire.ASCII, bank)) {
            var debit = Client.debit("000001", WANJIKU, 100);
            client.ask(debit);
            for (var type : List.of("0420", "0421", "0421")) {
                var answer = client.ask(Client.as(type, Client.reversal(debit)));
                assertThat(answer.getMTI() + answer.getString(39)).isEqualTo("043000");
            }
            assertThat(client.code(Client.as("0201", debit))).isEqualTo("94");
            assertThat(balance(bank)).isEqualTo(500_000);
            assertThat(bank.statement(WANJIKU)).extracting(StatementLine::text).contains("REVERSAL HOMELINE 000001");
        }
    }

    @Test
    void anOriginalBehindItsReversalDoesNothing() throws Exception {
        try (var bank = start(Wire.ASCII);
                var client = Client.signedOn(Wire.ASCII, bank)) {
            var debit = Client.debit("000001", WANJIKU, 100);
            assertThat(client.code(Client.reversal(debit))).isEqualTo("00");
            assertThat(client.code(debit)).isEqualTo("94");
            assertThat(client.code(Client.as("0421", Client.reversal(debit)))).isEqualTo("00");
            assertThat(balance(bank)).isEqualTo(500_000);
            assertThat(bank.totals(DAY, KES))
                    .isEqualTo(new Totals(
                            Totals.Sum.NONE, Totals.Sum.NONE, new Totals.Sum(1, 100), new Totals.Sum(1, 100)));
        }
    }

    /** Field 15 decides, for the original and for its reversal alike. */
    @Test
    void aReversalOfYesterdaysCountsToday() throws Exception {
        try (var bank = start(Wire.ASCII);
                var client = Client.signedOn(Wire.ASCII, bank)) {
            var debit = Client.debit("000001", WANJIKU, 100);
            client.ask(debit);
            var reversal = Client.reversal(debit);
            reversal.set(15, "0303");
            assertThat(client.code(reversal)).isEqualTo("00");
            var next = DAY.plusDays(1);
            assertThat(bank.totals(DAY, KES))
                    .isEqualTo(new Totals(Totals.Sum.NONE, Totals.Sum.NONE, new Totals.Sum(1, 100), Totals.Sum.NONE));
            assertThat(bank.totals(next, KES))
                    .isEqualTo(new Totals(Totals.Sum.NONE, Totals.Sum.NONE, Totals.Sum.NONE, new Totals.Sum(1, 100)));
            assertThat(bank.items(DAY)).extracting(Item::status).containsExactly(Item.Status.BOOKED);
            assertThat(bank.items(next)).extracting(Item::status).containsExactly(Item.Status.REVERSED);
            assertThat(balance(bank)).isEqualTo(500_000);
        }
    }

    @Test
    void manyAtOnceTakeNoMoreThanThereIs() throws Exception {
        try (var bank = start(Wire.BINARY);
                var tills = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<List<String>>>();
            for (int till = 0; till < 8; till++) {
                int first = 1_000 * till;
                answers.add(tills.submit(() -> {
                    var codes = new ArrayList<String>();
                    try (var client = Client.signedOn(Wire.BINARY, bank)) {
                        for (int i = 0; i < 10; i++) {
                            codes.add(client.code(Client.debit("%06d".formatted(first + i), WANJIKU, 10_000)));
                        }
                    }
                    return codes;
                }));
            }
            var codes = new ArrayList<String>();
            for (var answer : answers) {
                codes.addAll(answer.get());
            }
            assertThat(Collections.frequency(codes, "00")).isEqualTo(50);
            assertThat(Collections.frequency(codes, "51")).isEqualTo(30);
            assertThat(balance(bank)).isZero();
            assertThat(bank.position(KES)).isEqualTo(500_000);
        }
    }

    @ParameterizedTest
    @EnumSource(Wire.class)
    void aDayIsReconciled(Wire wire, @TempDir Path folder) throws Exception {
        try (var bank = BankSimulator.start(settings(wire).withItems(folder), CLOCK);
                var client = Client.signedOn(wire, bank)) {
            client.ask(Client.debit("000001", WANJIKU, 150_000));
            client.ask(Client.credit("000002", WANJIKU, 20_000));
            var reversed = Client.debit("000003", WANJIKU, 300);
            client.ask(reversed);
            client.ask(Client.reversal(reversed));
            var same = client.ask(totals(1, 20_000, 0, 0, 2, 150_300, 1, 300, "D0000000000130000"));
            assertThat(same.getMTI() + same.getString(39) + same.getString(66)).isEqualTo("0530001");
            var other = client.ask(totals(1, 20_000, 0, 0, 1, 150_000, 0, 0, "D0000000000130000"));
            assertThat(other.getString(66)).isEqualTo("2");
            assertThat(other.getString(15) + other.getString(50)).isEqualTo(Client.DAY + "404");
            assertThat(other.getString(76) + other.getString(88)).isEqualTo("0000000002" + "0000000000150300");
            assertThat(other.getString(77) + other.getString(89)).isEqualTo("0000000001" + "0000000000000300");
            assertThat(other.getString(74) + other.getString(86)).isEqualTo("0000000001" + "0000000000020000");
            assertThat(other.getString(97)).isEqualTo("D0000000000130000");
            assertThat(folder.resolve("items-2026-03-02.csv")).content().isEqualTo("""
                            date,stan,rrn,kind,amount,currency,account,status
                            2026-03-02,000001,606114000001,debit,150000,KES,******6789,booked
                            2026-03-02,000002,606114000002,credit,20000,KES,******6789,booked
                            2026-03-02,000003,606114000003,debit,300,KES,******6789,reversed
                            """);
            assertThat(folder.toFile().list()).containsExactly("items-2026-03-02.csv");
        }
    }

    @Test
    void whatCannotBeReadIsAnsweredAndTheConnectionStays() throws Exception {
        try (var bank = start(Wire.ASCII);
                var client = Client.signedOn(Wire.ASCII, bank)) {
            client.send(Wire.ASCII.frame("0200C000".getBytes(StandardCharsets.US_ASCII)));
            var answer = client.receive();
            assertThat(answer.getMTI() + answer.getString(39)).isEqualTo("021030");
            client.send(new byte[] {0, 0});
            client.send(Wire.ASCII.frame("what".getBytes(StandardCharsets.US_ASCII)));
            client.send(Client.as("0210", Client.debit("000001", WANJIKU, 100)));
            assertThat(client.code(Client.network("301"))).isEqualTo("00");
        }
    }

    @Test
    void whatIsSeenShowsNoWholeAccountAndNoText() throws Exception {
        var lines = new CopyOnWriteArrayList<String>();
        try (var bank = start(Wire.ASCII);
                var client = Client.signedOn(Wire.ASCII, bank)) {
            bank.onLine(lines::add);
            client.ask(Client.debit("482913", WANJIKU, 150_000));
            client.ask(Client.network("301"));
        }
        // What the bank says of the sign-on may come after its answer.
        assertThat(lines)
                .containsSubsequence(
                        "<- 0200 debit KES 1500.00 from ******6789 stan 482913 rrn 606114482913 day 0302",
                        "-> 0210 debit KES 1500.00 stan 482913 rrn 606114482913 day 0302: 00 approved",
                        "<- 0800 echo stan 000001")
                .noneMatch(line -> line.contains(WANJIKU) || line.contains("HOMELINE"));
    }

    private static ISOMsg totals(
            long credits,
            long creditsMinor,
            long creditReversals,
            long creditReversalsMinor,
            long debits,
            long debitsMinor,
            long debitReversals,
            long debitReversalsMinor,
            String net)
            throws Exception {
        var message = new ISOMsg("0520");
        message.set(7, Client.TIME);
        message.set(11, "000009");
        message.set(15, Client.DAY);
        message.set(50, "404");
        long[] numbers = {credits, creditReversals, debits, debitReversals};
        long[] amounts = {creditsMinor, creditReversalsMinor, debitsMinor, debitReversalsMinor};
        for (int i = 0; i < numbers.length; i++) {
            message.set(74 + i, "%010d".formatted(numbers[i]));
            message.set(86 + i, "%016d".formatted(amounts[i]));
        }
        message.set(97, net);
        return message;
    }

    private static BankSettings settings(Wire wire) {
        return BankSettings.of(wire)
                .withAccounts(SETTINGS.accounts().toArray(BankAccount[]::new))
                .withSeed(8583);
    }

    private static BankSimulator start(Wire wire) {
        return BankSimulator.start(settings(wire), CLOCK);
    }

    private static long balance(BankSimulator bank) {
        return bank.accounts().stream()
                .filter(account -> account.number().equals(WANJIKU))
                .findFirst()
                .orElseThrow()
                .balanceMinor();
    }
}
