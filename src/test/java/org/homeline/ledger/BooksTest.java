package org.homeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.ledger.Journals.START;
import static org.homeline.ledger.Journals.bank;
import static org.homeline.ledger.Journals.id;
import static org.homeline.ledger.Journals.keyed;
import static org.homeline.ledger.Journals.usd;
import static org.homeline.ledger.Journals.wallet;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import org.homeline.database.Transactions;
import org.homeline.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the write path adds to the rules: idempotency, guards, rows and callers at the same moment, on both databases. */
final class BooksTest {
    private static final int CALLERS = 50;
    private static List<Bench.OnDatabase> benches = List.of();

    /** A row with a version, as a package above the ledger would have one. */
    record Note(UUID id, int version) implements Row {}

    static final class NoteWriter implements RowWriter<Note> {
        @Override
        public Class<Note> rows() {
            return Note.class;
        }

        @Override
        public void write(Connection connection, List<Note> rows) throws SQLException {
            try (var update =
                    connection.prepareStatement("update note set version = version + 1 where id = ? and version = ?")) {
                for (var row : rows) {
                    update.setObject(1, row.id);
                    update.setInt(2, row.version);
                    update.addBatch();
                }
                StaleRowException.unlessEach(update.executeBatch(), "a note");
            }
        }
    }

    @BeforeAll
    static void start() {
        benches = List.of(
                new Bench.OnDatabase("H2", TestServer.onH2(Map.of(), new NoteWriter())),
                new Bench.OnDatabase("PostgreSQL", TestServer.onPostgres(Map.of(), new NoteWriter())));
        for (var bench : benches) {
            bench.server().get(Transactions.class).write(connection -> {
                try (var create = connection.createStatement()) {
                    return create.execute("create table note (id uuid primary key, version int not null)");
                }
            });
        }
    }

    @AfterAll
    static void stop() {
        benches.forEach(Bench::end);
    }

    static List<Bench.OnDatabase> benches() {
        return benches;
    }

    @ParameterizedTest
    @MethodSource("benches")
    void aRepeatedKeyAnswersAgainAndMovesNothing(Bench.OnDatabase bench) {
        var wallet = wallet("repeated");
        var journal = keyed("repeated").open(wallet).move(bank(), wallet, 100);
        assertThat(bench.commit(journal.build())).isEqualTo(new Commit.Done());
        assertThat(bench.commit(journal.build())).isInstanceOfSatisfying(Commit.Repeated.class, repeated -> {
            assertThat(repeated.sameContent()).isTrue();
            assertThat(repeated.outcome()).asString().isEqualTo("repeated");
        });
        assertThat(bench.server().get(Books.class).find("repeated", new byte[] {1}))
                .get()
                .extracting(Commit.Repeated::sameContent)
                .isEqualTo(true);
        assertThat(bench.totals(wallet).available()).isEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("benches")
    void theSameKeyWithOtherContentIsTold(Bench.OnDatabase bench) {
        var wallet = wallet("other");
        bench.commit(keyed("other").open(wallet).move(bank(), wallet, 100).build());
        assertThat(bench.commit(
                        keyed("other").content(2).move(bank(), wallet, 7).build()))
                .isInstanceOfSatisfying(
                        Commit.Repeated.class,
                        repeated -> assertThat(repeated.sameContent()).isFalse());
        assertThat(bench.totals(wallet).available()).isEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("benches")
    void aRefusedJournalLeavesItsKeyFree(Bench.OnDatabase bench) {
        var wallet = wallet("free");
        assertThat(bench.commit(
                        keyed("free").open(wallet).move(wallet, bank(), 1).build()))
                .isEqualTo(new Commit.Refused(0, Refusal.EXCEEDS_CREDITS));
        assertThat(bench.server().get(Books.class).find("free", new byte[] {1})).isEmpty();
        assertThat(bench.commit(
                        keyed("free").open(wallet).move(bank(), wallet, 1).build()))
                .isEqualTo(new Commit.Done());
    }

    @ParameterizedTest
    @MethodSource("benches")
    void anAccountThatNobodyOpensIsNotFound(Bench.OnDatabase bench) {
        assertThat(bench.commit(
                        keyed("nobody").move(bank(), wallet("nobody"), 1).build()))
                .isEqualTo(new Commit.Refused(0, Refusal.CREDIT_ACCOUNT_NOT_FOUND));
    }

    @ParameterizedTest
    @MethodSource("benches")
    void aCounterReachesItsCapAndNotOneMore(Bench.OnDatabase bench) {
        var wallet = wallet("counter");
        IntFunction<Journals> adding = add -> keyed("counter" + add + UUID.randomUUID())
                .open(wallet)
                .move(bank(), wallet, add)
                .guard(counter("counter", add, 100));
        assertThat(bench.commit(adding.apply(60).build())).isEqualTo(new Commit.Done());
        assertThat(bench.commit(adding.apply(41).build())).isInstanceOf(Commit.Guarded.class);
        assertThat(bench.commit(adding.apply(40).build())).isEqualTo(new Commit.Done());
        assertThat(bench.commit(adding.apply(1).build())).isInstanceOf(Commit.Guarded.class);
        assertThat(bench.commit(adding.apply(0).build())).isEqualTo(new Commit.Done());
        assertThat(bench.totals(wallet).available()).isEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("benches")
    void whatIsTakenBackCountsNoMoreAndNeverLessThanNothing(Bench.OnDatabase bench) {
        IntFunction<Commit> adding = add -> bench.commit(keyed("back" + add + UUID.randomUUID())
                .guard(counter("back", add, 100))
                .build());
        IntFunction<Commit> back = counted -> bench.commit(keyed("back-" + counted + UUID.randomUUID())
                .guard(Guard.Counter.back("back", "back", counted, START.plus(Duration.ofDays(1))))
                .build());
        assertThat(back.apply(5)).as("of a counter that is not there").isEqualTo(new Commit.Done());
        assertThat(adding.apply(100)).isEqualTo(new Commit.Done());
        assertThat(adding.apply(1)).isInstanceOf(Commit.Guarded.class);
        assertThat(back.apply(30)).isEqualTo(new Commit.Done());
        assertThat(adding.apply(31)).isInstanceOf(Commit.Guarded.class);
        assertThat(adding.apply(30)).isEqualTo(new Commit.Done());
        assertThat(back.apply(1_000)).isEqualTo(new Commit.Done());
        assertThat(bench.server().get(Books.class).counted("back")).isZero();
        assertThat(adding.apply(101)).isInstanceOf(Commit.Guarded.class);
    }

    @ParameterizedTest
    @MethodSource("benches")
    void whoTakesBackAtTheSameMomentLosesNoCount(Bench.OnDatabase bench) throws Exception {
        var commits = together(caller -> {
            var before = insist(bench, keyed("to" + caller).guard(counter("to and fro", 3, 3L * CALLERS)));
            var back = Guard.Counter.back("back", "to and fro", 1, START.plus(Duration.ofDays(1)));
            return before instanceof Commit.Done
                    ? insist(bench, keyed("fro" + caller).guard(back))
                    : before;
        });
        assertThat(kinds(commits)).isEqualTo(Map.of(Commit.Done.class, (long) CALLERS));
        assertThat(bench.server().get(Books.class).counted("to and fro")).isEqualTo(2L * CALLERS);
    }

    @ParameterizedTest
    @MethodSource("benches")
    void aCounterDoesNotWrapRound(Bench.OnDatabase bench) {
        var full = counter("wrap", Long.MAX_VALUE, Long.MAX_VALUE);
        var oneMore = counter("wrap", 1, Long.MAX_VALUE);
        assertThat(bench.commit(keyed("wrap1").guard(full).build())).isEqualTo(new Commit.Done());
        assertThat(bench.commit(keyed("wrap2").guard(oneMore).build())).isEqualTo(new Commit.Guarded(oneMore));
    }

    @ParameterizedTest
    @MethodSource("benches")
    void twoGuardsOnOneCounterAddUp(Bench.OnDatabase bench) {
        var first = counter("twice", 6, 10);
        assertThat(bench.commit(keyed("twice1")
                        .guard(first)
                        .guard(counter("twice", 5, 10))
                        .build()))
                .isInstanceOf(Commit.Guarded.class);
        assertThat(bench.commit(keyed("twice2")
                        .guard(first)
                        .guard(counter("twice", 4, 10))
                        .build()))
                .isEqualTo(new Commit.Done());
    }

    @ParameterizedTest
    @MethodSource("benches")
    void aBalanceReachesItsCapAndNotOneMore(Bench.OnDatabase bench) {
        var cash = wallet("cap");
        var account = new Account(AccountCode.WALLET_BANK, id("cap"), cash.currency());
        var most = new Guard.BalanceAtMost("tier", List.of(cash, account), 100);
        assertThat(bench.commit(keyed("cap1")
                        .open(cash, account)
                        .move(bank(), cash, 60)
                        .move(bank(), account, 41)
                        .guard(most)
                        .build()))
                .isEqualTo(new Commit.Guarded(most));
        assertThat(bench.commit(keyed("cap2")
                        .open(cash, account)
                        .move(bank(), cash, 60)
                        .move(bank(), account, 40)
                        .guard(most)
                        .build()))
                .isEqualTo(new Commit.Done());
        assertThat(bench.commit(keyed("cap3").move(bank(), cash, 1).guard(most).build()))
                .isEqualTo(new Commit.Guarded(most));
    }

    @ParameterizedTest
    @MethodSource("benches")
    void fullAccountsTogetherAreOverEveryCap(Bench.OnDatabase bench) {
        var one = wallet("full one");
        var other = wallet("full other");
        var full = new Totals(0, 0, 0, Long.MAX_VALUE);
        bench.open(one, 0, full);
        bench.open(other, 0, full);
        var most = new Guard.BalanceAtMost("tier", List.of(one, other), Long.MAX_VALUE);
        assertThat(bench.commit(keyed("full").guard(most).build())).isEqualTo(new Commit.Guarded(most));
    }

    @ParameterizedTest
    @MethodSource("benches")
    void aRowThatChangedSinceItWasReadIsAConflict(Bench.OnDatabase bench) {
        var wallet = wallet("stale");
        var note = new Note(UUID.randomUUID(), 1);
        bench.server().get(Transactions.class).write(connection -> {
            try (var insert = connection.prepareStatement("insert into note (id, version) values (?, 1)")) {
                insert.setObject(1, note.id);
                return insert.executeUpdate();
            }
        });
        assertThat(bench.commit(keyed("stale1")
                        .open(wallet)
                        .move(bank(), wallet, 5)
                        .row(note)
                        .build()))
                .isEqualTo(new Commit.Done());
        assertThat(bench.commit(
                        keyed("stale2").move(bank(), wallet, 5).row(note).build()))
                .isInstanceOf(Commit.Conflict.class);
        assertThat(bench.totals(wallet).available()).isEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("benches")
    void fiftyEqualRequestsHaveOneEffect(Bench.OnDatabase bench) throws Exception {
        var wallet = wallet("equal");
        var commits =
                together(caller -> insist(bench, keyed("equal").open(wallet).move(bank(), wallet, 100)));
        assertThat(kinds(commits)).isEqualTo(Map.of(Commit.Done.class, 1L, Commit.Repeated.class, CALLERS - 1L));
        assertThat(bench.totals(wallet).available()).isEqualTo(100);
    }

    /** The one that waited for the accounts finds nothing left; but it is the same one, and was done. */
    @ParameterizedTest
    @MethodSource("benches")
    void fiftyEqualRequestsForAllThereIsAreAllDone(Bench.OnDatabase bench) throws Exception {
        var wallet = wallet("all");
        bench.commit(keyed("all").open(wallet).move(bank(), wallet, 100).build());
        var commits = together(caller -> insist(bench, keyed("all of it").move(wallet, bank(), 100)));
        assertThat(kinds(commits)).isEqualTo(Map.of(Commit.Done.class, 1L, Commit.Repeated.class, CALLERS - 1L));
        assertThat(bench.totals(wallet).available()).isZero();
    }

    @ParameterizedTest
    @MethodSource("benches")
    void fiftyDebitsSpendWhatIsThereAndNoMore(Bench.OnDatabase bench) throws Exception {
        var wallet = wallet("spend");
        bench.commit(keyed("spend").open(wallet).move(bank(), wallet, 100).build());
        var commits = together(caller -> insist(bench, keyed("spend" + caller).move(wallet, bank(), 10)));
        assertThat(kinds(commits)).isEqualTo(Map.of(Commit.Done.class, 10L, Commit.Refused.class, CALLERS - 10L));
        assertThat(bench.totals(wallet).available()).isZero();
    }

    @ParameterizedTest
    @MethodSource("benches")
    void fiftyCallersCountToTheCapAndNoFurther(Bench.OnDatabase bench) throws Exception {
        var commits = together(caller -> {
            var wallet = wallet("count" + caller);
            return insist(
                    bench,
                    keyed("count" + caller)
                            .open(wallet)
                            .move(bank(), wallet, 10)
                            .guard(counter("count", 10, 100)));
        });
        assertThat(kinds(commits)).isEqualTo(Map.of(Commit.Done.class, 10L, Commit.Guarded.class, CALLERS - 10L));
    }

    @ParameterizedTest
    @MethodSource("benches")
    void ofManyPostsOfOnePendingTransferOneCounts(Bench.OnDatabase bench) throws Exception {
        var wallet = wallet("post");
        var pending = UUID.randomUUID();
        bench.commit(keyed("post").open(wallet).move(bank(), wallet, 100).build());
        bench.commit(keyed("hold")
                .transfer(Transfer.pending(
                        pending, wallet, bank(), usd(60), TransferCode.CASH_OUT, Duration.ofMinutes(10)))
                .build());
        var commits = together(caller ->
                insist(bench, keyed("post" + caller).transfer(Transfer.post(UUID.randomUUID(), pending))));
        assertThat(kinds(commits)).isEqualTo(Map.of(Commit.Done.class, 1L, Commit.Refused.class, CALLERS - 1L));
        assertThat(bench.totals(wallet)).isEqualTo(new Totals(0, 60, 0, 100));
    }

    @ParameterizedTest
    @MethodSource("benches")
    void callersWhoCrossEachOtherAllArrive(Bench.OnDatabase bench) throws Exception {
        var accounts = List.of(wallet("cross 1"), wallet("cross 2"), wallet("cross 3"));
        accounts.forEach(account -> bench.open(account, 0, Totals.ZERO));
        var commits = together(caller -> insist(
                bench,
                keyed("cross" + caller)
                        .move(accounts.get(caller % 3), accounts.get((caller + 1) % 3), 1)
                        .move(accounts.get((caller + 2) % 3), accounts.get(caller % 3), 1)
                        .guard(counter("cross" + caller % 2, 1, CALLERS))
                        .guard(counter("cross" + (caller + 1) % 2, 1, CALLERS))));
        assertThat(kinds(commits)).isEqualTo(Map.of(Commit.Done.class, (long) CALLERS));
        assertThat(accounts.stream()
                        .mapToLong(account -> bench.totals(account).creditsPosted())
                        .sum())
                .isEqualTo(2L * CALLERS);
    }

    private static Guard counter(String name, long add, long cap) {
        return new Guard.Counter("limit", name, add, cap, START.plus(Duration.ofDays(1)));
    }

    /** As the Teller does: what met another transaction is decided again. */
    private static Commit insist(Bench bench, Journals journal) {
        while (true) {
            var commit = bench.commit(journal.build());
            if (!(commit instanceof Commit.Conflict)) {
                return commit;
            }
        }
    }

    private static List<Commit> together(IntFunction<Commit> call) throws InterruptedException, ExecutionException {
        var commits = new ArrayList<Commit>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Callable<Commit>>();
            for (int i = 0; i < CALLERS; i++) {
                int caller = i;
                calls.add(() -> call.apply(caller));
            }
            for (var answer : callers.invokeAll(calls)) {
                commits.add(answer.get());
            }
        }
        return commits;
    }

    private static Map<Class<?>, Long> kinds(List<Commit> commits) {
        var kinds = new HashMap<Class<?>, Long>();
        commits.forEach(commit -> kinds.merge(commit.getClass(), 1L, Long::sum));
        return kinds;
    }
}
