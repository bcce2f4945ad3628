package org.homeline.ledger;

import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import org.homeline.database.DatabaseException;
import org.homeline.database.Durability;
import org.homeline.database.Transactions;
import org.homeline.ledger.Ledger.State;
import org.homeline.outbox.OutboxTable;
import org.homeline.signing.Digest;
import org.homeline.signing.Keys;
import org.homeline.transparency.BatchSignature;

/**
 * The one write path: the only code that writes money and whatever must commit with it.
 *
 * <p>A journal is written in one database transaction: idempotency first, then accounts and guards under lock in one
 * order, the ledger's checks, the rows, the messages, the signature. {@link #commit} returns when the commit is durable,
 * so whoever gets an answer may pass it on. Nothing of a refused journal stays.
 */
@Singleton
public final class Books {
    private static final int SALT_BYTES = 32;

    private final Transactions transactions;
    private final Durability durability;
    private final Keys keys;
    private final RandomGenerator random;
    private final JournalTable journals = new JournalTable();
    private final TransferTable transfers = new TransferTable();
    private final CounterTable counters = new CounterTable();
    private final AccountTable accounts;
    private final OutboxTable outbox;
    private final Map<Class<?>, RowWriter<?>> writers;

    Books(
            Transactions transactions,
            Durability durability,
            Keys keys,
            RandomGenerator random,
            ChartOfAccounts chart,
            OutboxTable outbox,
            List<RowWriter<?>> writers) {
        this.transactions = transactions;
        this.durability = durability;
        this.keys = keys;
        this.random = random;
        this.accounts = new AccountTable(chart);
        this.outbox = outbox;
        this.writers = new LinkedHashMap<>();
        writers.forEach(writer -> this.writers.put(writer.rows(), writer));
    }

    /** What an earlier journal with this key answered, durable by the time this returns. */
    public Optional<Commit.Repeated> find(String key, byte[] content) {
        var found = transactions.read(connection -> journals.find(connection, key, content));
        found.ifPresent(repeated -> durability.await());
        return found;
    }

    /** Writes the journal, or says why not; what either rests on is durable by the time this returns. */
    public Commit commit(Journal journal) {
        Commit commit;
        try {
            commit = durability.durably(() -> transactions.write(connection -> write(connection, journal)));
        } catch (RefusedException refused) {
            // The same request may have been done while this one waited for the accounts' locks: then that counts.
            var repeated = find(journal.key(), journal.content());
            if (repeated.isPresent()) {
                return repeated.get();
            }
            durability.awaitSeen();
            return refused.commit;
        } catch (StaleRowException changed) {
            return new Commit.Conflict(String.valueOf(changed.getMessage()));
        } catch (DatabaseException refused) {
            if (refused.isConflict()) {
                return new Commit.Conflict(String.valueOf(refused.getMessage()));
            }
            throw refused;
        }
        if (commit instanceof Commit.Done) {
            wake(journal);
        }
        return commit;
    }

    private void wake(Journal journal) {
        if (!journal.messages().isEmpty()) {
            outbox.wake();
        }
        journal.rows().stream()
                .map(Row::getClass)
                .distinct()
                .forEach(row ->
                        java.util.Objects.requireNonNull(writers.get(row)).committed());
    }

    private Commit write(Connection connection, Journal journal) throws SQLException {
        var repeated = journals.find(connection, journal.key(), journal.content());
        if (repeated.isPresent()) {
            return repeated.get();
        }
        var ledger = new Ledger(journal.at());
        var pendings = transfers.load(connection, journal.transfers(), ledger);
        accounts.lock(connection, journal, pendings, ledger);
        transfers.loadEndings(connection, pendings, ledger);
        var before = Map.copyOf(ledger.accounts());
        var counts = counters.lock(connection, counters(journal));
        for (int i = 0; i < journal.transfers().size(); i++) {
            var refusal = ledger.apply(journal.transfers().get(i));
            if (refusal.isPresent()) {
                throw new RefusedException(new Commit.Refused(i, refusal.get()));
            }
        }
        journal.closes().forEach(account -> ledger.close(account.id()));
        for (var guard : journal.guards()) {
            if (!holds(guard, ledger, counts)) {
                throw new RefusedException(new Commit.Guarded(guard));
            }
        }
        transfers.write(connection, journal.id(), ledger.accepted());
        accounts.update(connection, before, ledger.accounts());
        counters.write(connection, counts.values());
        writeRows(connection, journal.rows());
        outbox.write(connection, journal.messages());
        sign(connection, journal, journal.canonical(ledger.accepted()));
        return new Commit.Done();
    }

    private static List<Guard.Counter> counters(Journal journal) {
        return journal.guards().stream()
                .filter(Guard.Counter.class::isInstance)
                .map(Guard.Counter.class::cast)
                .toList();
    }

    /** Checks the guard against what the journal leaves behind; a counter counts on. */
    private static boolean holds(Guard guard, Ledger ledger, Map<String, CounterTable.Count> counts) {
        return switch (guard) {
            case Guard.Counter counter -> {
                var count = java.util.Objects.requireNonNull(counts.get(counter.counter()));
                yield count.add(counter.add()) && count.value() <= counter.cap();
            }
            case Guard.BalanceAtMost most ->
                sum(
                                        most.accounts(),
                                        account -> totals(ledger, account).balance()
                                                + totals(ledger, account).creditsPending())
                                .compareTo(BigInteger.valueOf(most.cap()))
                        <= 0;
        };
    }

    /** Each account's amount fits into 64 bits; several together need not. */
    private static BigInteger sum(List<Account> accounts, ToLongFunction<Account> amount) {
        return accounts.stream()
                .map(account -> BigInteger.valueOf(amount.applyAsLong(account)))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static Totals totals(Ledger ledger, Account account) {
        var state = ledger.accounts().get(account.id());
        return state == null ? Totals.ZERO : state.totals();
    }

    private void writeRows(Connection connection, List<Row> rows) throws SQLException {
        var byClass = new LinkedHashMap<Class<?>, List<Row>>();
        rows.forEach(row -> byClass.computeIfAbsent(row.getClass(), type -> new java.util.ArrayList<>())
                .add(row));
        for (var entry : byClass.entrySet()) {
            var writer = writers.get(entry.getKey());
            if (writer == null) {
                throw new IllegalStateException(
                        "no RowWriter for " + entry.getKey().getName());
            }
            writeWith(writer, connection, entry.getValue());
        }
    }

    private static <R extends Row> void writeWith(RowWriter<R> writer, Connection connection, List<Row> rows)
            throws SQLException {
        writer.write(connection, rows.stream().map(writer.rows()::cast).toList());
    }

    private void sign(Connection connection, Journal journal, byte[] canonical) throws SQLException {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var commitment = Digest.sha256(salt, canonical);
        var signature = BatchSignature.sign(keys, List.of(commitment)).getFirst();
        journals.write(connection, journal, canonical, salt, commitment, signature);
    }

    /** Rolls the transaction back on the way out. */
    private static final class RefusedException extends RuntimeException {
        private final transient Commit commit;

        RefusedException(Commit commit) {
            super(null, null, false, false);
            this.commit = commit;
        }
    }

    /** The state of accounts as they are now, for reading; in the order asked, zero where one is not open. */
    public List<Totals> totals(List<Account> accounts) {
        return transactions.read(connection -> this.accounts.totals(connection, accounts));
    }

    /** What a counter of {@link Guard.Counter} has reached by now, for reading; another may count on at once. */
    public long counted(String counter) {
        return transactions.read(connection -> counters.counted(connection, counter));
    }

    /**
     * The amount of an accepted transfer, in minor units.
     *
     * @throws IllegalStateException where there is no such transfer
     */
    public long amount(UUID transfer) {
        return transactions.read(connection -> transfers.amount(connection, transfer));
    }

    static State opened(Account account, ChartOfAccounts chart) {
        return new State(
                account.id(),
                account.currency().getCode(),
                chart.kind(account.code()).flags(),
                Totals.ZERO);
    }
}
