package org.homeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.ledger.Journals.START;
import static org.homeline.ledger.Journals.bank;
import static org.homeline.ledger.Journals.id;
import static org.homeline.ledger.Journals.keyed;
import static org.homeline.ledger.Journals.usd;
import static org.homeline.ledger.Journals.wallet;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.homeline.database.Transactions;
import org.homeline.money.Money;
import org.homeline.testing.TestServer;
import org.homeline.time.StoryClock;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Breaks one thing after another behind the ledger's back and sees the audit name it, and nothing else. */
final class AuditTest {
    private static final CurrencyUnit KES = CurrencyUnit.of("KES");
    private static final Account POSITION = Account.ofOperator(AccountCode.EXCHANGE_POSITION, KES);
    private static final Account PREFUNDING = Account.ofOperator(AccountCode.PREFUNDING, KES);
    private static final Account PAYEE = new Account(AccountCode.WALLET_CASH, id("payee"), KES);
    private static final Account PAYER = wallet("payer");

    private static final String OPENING = "(select id from journal where idempotency_key = 'opening')";
    private static final String EXCHANGE = "(select id from journal where idempotency_key = 'exchange')";

    /** What to break, and the checks that it breaks: the first is the one it is for, others follow from it. */
    record Break(String what, Consumer<Server> how, List<String> checks) {
        @Override
        public String toString() {
            return what;
        }
    }

    record Server(TestServer server, StoryClock clock) {
        void commit(Journals journal) {
            assertThat(server.get(Books.class).commit(journal.build())).isEqualTo(new Commit.Done());
        }

        void sql(String statement) {
            int changed = server.get(Transactions.class).write(connection -> {
                try (var update = connection.createStatement()) {
                    return update.executeUpdate(statement);
                }
            });
            assertThat(changed).as(statement).isPositive();
        }

        Audit.Report audit() {
            return server.get(Audit.class).run();
        }
    }

    static Stream<Break> breaks() {
        return Stream.of(
                bySql(
                        "two totals that still balance",
                        "account totals",
                        "update account set debits_posted = debits_posted + 1 where code = 'safeguarding'",
                        "update account set credits_posted = credits_posted + 1 where owner = '" + id("payer") + "'"),
                new Break(
                        "one total",
                        server -> server.sql(
                                "update account set credits_posted = credits_posted + 1 where code = 'own-funds'"),
                        List.of("entries sum to zero", "account totals")),
                new Break(
                        "an account overdrawn whose flags forbid it",
                        server -> server.sql("update account set flags = 1 where code = 'safeguarding'"),
                        List.of("nobody overdrawn", "chart of accounts")),
                bySql(
                        "flags that the chart does not give",
                        "chart of accounts",
                        "update account set flags = 0 where code = 'wallet-cash'"),
                new Break(
                        "a hold that nobody ended",
                        server -> server.clock.advance(Duration.ofMinutes(71)),
                        List.of("every hold has an end")),
                bySql(
                        "a hold without an end",
                        "every hold has an end",
                        "update transfer set expires = null where id = '" + id("held") + "'",
                        "update journal set canonical = null, salt = null where idempotency_key = 'hold'"),
                bySql("a transfer of no journal", "transfers belong", orphan(bank().id(), PAYER.id(), "USD")),
                bySql("a transfer of no account", "transfers belong", orphan(bank().id(), id("nobody"), "USD")),
                bySql("a transfer across currencies", "transfers belong", orphan(bank().id(), PAYEE.id(), "USD")),
                new Break(
                        "a currency sold that was not there",
                        server -> {
                            server.sql("update account set flags = 0 where code = 'exchange-position'");
                            server.commit(keyed("sold").move(POSITION, PAYEE, 6_000));
                            server.sql("update account set flags = 1 where code = 'exchange-position'");
                        },
                        List.of("exchange positions", "nobody overdrawn")),
                new Break(
                        "money owed beyond what the fees cover",
                        server -> server.commit(keyed("made")
                                .move(Account.ofOperator(AccountCode.WRITE_OFF, PAYER.currency()), PAYER, 4)),
                        List.of("safeguarding")),
                bySql("a salt", "commitments", "update journal set salt = commitment where id = " + OPENING),
                bySql("an operation", "commitments", "update journal set operation = 'x' where id = " + OPENING),
                bySql(
                        "a time by a microsecond",
                        "commitments",
                        "update journal set at = at + interval '0.000001' second where id = " + OPENING),
                bySql("a code", "commitments", "update transfer set code = 8 where journal = " + EXCHANGE),
                bySql(
                        "a code that nobody knows",
                        "commitments",
                        "update transfer set code = 99 where journal = " + EXCHANGE),
                bySql("an order", "commitments", "update transfer set place = 9 - place where journal = " + EXCHANGE),
                bySql(
                        "a signature",
                        "signatures",
                        "update journal set signature = (select signature from journal where idempotency_key = 'hold')"
                                + " where id = " + OPENING),
                bySql("a place in a batch", "signatures", "update journal set batch_size = 2 where id = " + OPENING),
                bySql("the name of a key", "signatures", "update journal set key_name = 'other' where id = " + OPENING),
                bySql("a key", "signatures", "delete from signing_key"));
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void whatIsBrokenIsNamedAndNothingElse(Break broken) {
        var clock = StoryClock.standingAt(START);
        try (var server = TestServer.onH2(Map.of(), clock)) {
            var seen = new Server(server, clock);
            tell(seen);
            broken.how.accept(seen);
            assertThat(names(seen.audit())).containsExactlyInAnyOrderElementsOf(broken.checks);
            assertThat(seen.audit().broken())
                    .allSatisfy(line -> assertThat(line.finding().broken()).isNotEmpty());
        }
    }

    @Test
    void postgresNamesTheSame() {
        var clock = StoryClock.standingAt(START);
        try (var server = TestServer.onPostgres(Map.of(), clock)) {
            var seen = new Server(server, clock);
            tell(seen);
            assertThat(seen.audit().broken()).isEmpty();
            for (var broken : breaks().toList()) {
                broken.how.accept(seen);
                assertThat(names(seen.audit())).as(broken.what).containsAll(broken.checks);
            }
        }
    }

    @Test
    void theCleanBooksAreCountedWhole() {
        var clock = StoryClock.standingAt(START);
        try (var server = TestServer.onH2(Map.of(), clock)) {
            var seen = new Server(server, clock);
            tell(seen);
            clock.advance(Duration.ofMinutes(69));
            var report = seen.audit();
            assertThat(report.broken()).isEmpty();
            assertThat(report.isClean()).isTrue();
            assertThat(report.lines())
                    .extracting(line -> line.name() + " " + line.finding().counted())
                    .contains(
                            "account totals 8",
                            "chart of accounts 8",
                            "commitments 4",
                            "entries sum to zero 2",
                            "every hold has an end 1",
                            "exchange positions 2",
                            "nobody overdrawn 8",
                            "safeguarding 2",
                            "signatures 4",
                            "transfers belong 9");
        }
    }

    @Test
    void theFirstTwentyAreNamedAndTheRestCounted() {
        var tally = new Finding.Tally();
        for (int i = 0; i < 25; i++) {
            tally.count(1);
            tally.broken("thing " + i);
        }
        assertThat(tally.finding().broken()).hasSize(20).first().isEqualTo("thing 0");
        assertThat(tally.finding().brokenCount()).isEqualTo(25);
        assertThat(tally.finding().counted()).isEqualTo(25);
        assertThat(tally.finding().isClean()).isFalse();
    }

    /** A day's work in small: money in, own funds, an exchange, a hold that was posted in part and one that is open. */
    private static void tell(Server server) {
        var own = Account.ofOperator(AccountCode.OWN_FUNDS, PAYER.currency());
        var bought = Account.ofOperator(AccountCode.EXCHANGE_POSITION, PAYER.currency());
        server.commit(keyed("opening")
                .open(PAYER, PAYEE)
                .move(bank(), PAYER, 1_000)
                .move(bank(), own, 500)
                .move(PREFUNDING, POSITION, 10_000));
        server.commit(keyed("exchange").move(PAYER, bought, 50).move(POSITION, PAYEE, 5_000));
        server.commit(keyed("hold").transfer(hold("held", 100)).transfer(hold("taken", 200)));
        server.commit(keyed("post")
                .transfer(Transfer.post(id("posted"), id("taken"), usd(150)))
                .transfer(Transfer.single(
                        id("fee"),
                        PAYER,
                        Account.ofOperator(AccountCode.FEES, PAYER.currency()),
                        new Money(3, PAYER.currency()),
                        TransferCode.FEE)));
    }

    private static Transfer hold(String name, long minor) {
        return Transfer.pending(id(name), PAYER, bank(), usd(minor), TransferCode.CASH_OUT, Duration.ofMinutes(10));
    }

    private static List<String> names(Audit.Report report) {
        return report.broken().stream().map(Audit.Line::name).toList();
    }

    private static Break bySql(String what, String check, String... statements) {
        return new Break(what, server -> Stream.of(statements).forEach(server::sql), List.of(check));
    }

    private static String orphan(Object debit, Object credit, String currency) {
        return ("insert into transfer (id, journal, place, kind, debit_id, credit_id, amount, currency, code)"
                        + " values ('%s', '%s', 0, 0, '%s', '%s', 0, '%s', 1)")
                .formatted(id("orphan" + credit), id("no journal"), debit, credit, currency);
    }
}
