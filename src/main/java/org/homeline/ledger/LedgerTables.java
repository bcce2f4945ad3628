package org.homeline.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeline.ledger.Ledger.State;
import org.homeline.ledger.Transfer.Kind;
import org.homeline.ledger.Transfer.Stored;
import org.homeline.transparency.BatchSignature;
import org.jspecify.annotations.Nullable;

/** The statements behind {@link Books}; each loads or writes a set of rows at once. */
final class LedgerTables {
    static final String TRANSFER_COLUMNS = "id, kind, debit_id, credit_id, amount, currency, code, pending_id, expires";

    private final ChartOfAccounts chart;

    LedgerTables(ChartOfAccounts chart) {
        this.chart = chart;
    }

    /** A counter under lock. */
    static final class Count {
        private final String name;
        private final Instant expires;
        private final boolean isNew;
        private long value;

        Count(String name, Instant expires, boolean isNew, long value) {
            this.name = name;
            this.expires = expires;
            this.isNew = isNew;
            this.value = value;
        }

        long value() {
            return value;
        }

        /** False where the count would not fit. */
        boolean add(long amount) {
            value += amount;
            return value >= 0;
        }
    }

    Optional<Commit.Repeated> findJournal(Connection connection, String key, byte[] content) throws SQLException {
        try (var select =
                connection.prepareStatement("select content, outcome from journal where idempotency_key = ?")) {
            select.setString(1, key);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Commit.Repeated(
                                java.security.MessageDigest.isEqual(row.getBytes(1), content), row.getBytes(2)))
                        : Optional.empty();
            }
        }
    }

    /** Loads what the journal names, opening accounts that it opens; accounts come under lock, in the order of their ids. */
    void load(Connection connection, Journal journal, Ledger ledger) throws SQLException {
        var pendings = loadTransfers(connection, journal.transfers(), ledger);
        var named = new TreeMap<UUID, Account>();
        var ids = new java.util.TreeSet<UUID>();
        Stream.concat(Stream.concat(journal.opens().stream(), journal.closes().stream()), accounts(journal))
                .forEach(account -> named.put(account.id(), account));
        ids.addAll(named.keySet());
        pendings.forEach(pending -> {
            ids.add(pending.debitId());
            ids.add(pending.creditId());
        });
        if (ids.isEmpty()) {
            return;
        }
        try (var select = connection.prepareStatement("select id, currency, flags, debits_pending, debits_posted,"
                + " credits_pending, credits_posted from account where id = any(?) order by id for update")) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    ledger.load(
                            new State(row.getObject(1, UUID.class), row.getString(2), row.getInt(3), totals(row, 4)));
                }
            }
        }
        loadEndings(connection, pendings, ledger);
        open(connection, journal, named, ledger);
    }

    List<Totals> totals(Connection connection, List<Account> accounts) throws SQLException {
        var found = new HashMap<UUID, Totals>();
        try (var select = connection.prepareStatement("select id, debits_pending, debits_posted, credits_pending,"
                + " credits_posted from account where id = any(?)")) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", accounts.stream().map(Account::id).toArray()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.put(row.getObject(1, UUID.class), totals(row, 2));
                }
            }
        }
        return accounts.stream()
                .map(account -> found.getOrDefault(account.id(), Totals.ZERO))
                .toList();
    }

    long counted(Connection connection, String counter) throws SQLException {
        try (var select = connection.prepareStatement("select counted from counter where name = ?")) {
            select.setString(1, counter);
            try (var row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    Map<String, Count> lockCounters(Connection connection, List<Guard.Counter> guards) throws SQLException {
        var counts = new TreeMap<String, Count>();
        if (guards.isEmpty()) {
            return counts;
        }
        guards.forEach(guard -> counts.put(guard.counter(), new Count(guard.counter(), guard.expires(), true, 0)));
        try (var select = connection.prepareStatement(
                "select name, counted, expires from counter where name = any(?) order by name for update")) {
            select.setArray(
                    1, connection.createArrayOf("varchar", counts.keySet().toArray()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var name = row.getString(1);
                    var expires = row.getObject(3, OffsetDateTime.class).toInstant();
                    counts.put(name, new Count(name, expires, false, row.getLong(2)));
                }
            }
        }
        return counts;
    }

    void writeCounters(Connection connection, Collection<Count> counts) throws SQLException {
        if (counts.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement("insert into counter (counted, expires, name) values (?, ?, ?)");
                var update =
                        connection.prepareStatement("update counter set counted = ?, expires = ? where name = ?")) {
            boolean inserts = false;
            boolean updates = false;
            for (var count : counts) {
                var statement = count.isNew ? insert : update;
                statement.setLong(1, count.value);
                statement.setObject(2, at(count.expires));
                statement.setString(3, count.name);
                statement.addBatch();
                inserts |= count.isNew;
                updates |= !count.isNew;
            }
            if (inserts) {
                insert.executeBatch();
            }
            if (updates) {
                update.executeBatch();
            }
        }
    }

    void writeTransfers(Connection connection, UUID journal, List<Stored> transfers) throws SQLException {
        if (transfers.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(
                "insert into transfer (" + TRANSFER_COLUMNS + ", journal, place) values (?,?,?,?,?,?,?,?,?,?,?)")) {
            for (int place = 0; place < transfers.size(); place++) {
                var transfer = transfers.get(place);
                insert.setObject(1, transfer.id());
                insert.setInt(2, transfer.kind().number());
                insert.setObject(3, transfer.debitId());
                insert.setObject(4, transfer.creditId());
                insert.setLong(5, transfer.amount());
                insert.setString(6, transfer.currency());
                insert.setInt(7, transfer.code().number());
                insert.setObject(8, transfer.pendingId());
                setInstant(insert, 9, transfer.expires());
                insert.setObject(10, journal);
                insert.setInt(11, place);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    void updateAccounts(Connection connection, Map<UUID, State> before, Map<UUID, State> after) throws SQLException {
        var changed = after.values().stream()
                .filter(state -> !state.equals(before.get(state.id())))
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        try (var update = connection.prepareStatement("update account set flags = ?, debits_pending = ?,"
                + " debits_posted = ?, credits_pending = ?, credits_posted = ? where id = ?")) {
            for (var state : changed) {
                update.setInt(1, state.flags());
                update.setLong(2, state.totals().debitsPending());
                update.setLong(3, state.totals().debitsPosted());
                update.setLong(4, state.totals().creditsPending());
                update.setLong(5, state.totals().creditsPosted());
                update.setObject(6, state.id());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    void writeJournal(
            Connection connection,
            Journal journal,
            byte[] canonical,
            byte[] salt,
            byte[] commitment,
            BatchSignature signature)
            throws SQLException {
        try (var insert = connection.prepareStatement("insert into journal (id, idempotency_key, content, operation,"
                + " actor, at, outcome, canonical, salt, commitment, batch_index, batch_size, batch_path, key_name,"
                + " signature) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")) {
            insert.setObject(1, journal.id());
            insert.setString(2, journal.key());
            insert.setBytes(3, journal.content());
            insert.setString(4, journal.operation());
            insert.setString(5, journal.actor());
            insert.setObject(6, at(journal.at()));
            insert.setBytes(7, journal.outcome());
            insert.setBytes(8, canonical);
            insert.setBytes(9, salt);
            insert.setBytes(10, commitment);
            insert.setInt(11, signature.index());
            insert.setInt(12, signature.size());
            insert.setBytes(13, signature.path());
            insert.setString(14, signature.keyName());
            insert.setBytes(15, signature.signature());
            insert.executeUpdate();
        }
    }

    /** Loads transfers whose ids the journal uses and pending ones that it ends; answers with the latter. */
    private static List<Stored> loadTransfers(Connection connection, List<Transfer> transfers, Ledger ledger)
            throws SQLException {
        var ended = transfers.stream()
                .map(Transfer::pendingId)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toArray();
        var pendings = new ArrayList<Stored>();
        if (transfers.isEmpty()) {
            return pendings;
        }
        var ids = Stream.concat(transfers.stream().map(Transfer::id), Stream.of(ended))
                .distinct()
                .toArray();
        try (var byId =
                connection.prepareStatement("select " + TRANSFER_COLUMNS + " from transfer where id = any(?)")) {
            byId.setArray(1, connection.createArrayOf("uuid", ids));
            for (var stored : read(byId)) {
                ledger.load(stored);
                if (stored.kind() == Kind.PENDING) {
                    pendings.add(stored);
                }
            }
        }
        return pendings;
    }

    /** Read only once the accounts are locked: two journals that would end the same transfer wait for each other there. */
    private static void loadEndings(Connection connection, List<Stored> pendings, Ledger ledger) throws SQLException {
        if (pendings.isEmpty()) {
            return;
        }
        try (var byPending = connection.prepareStatement(
                "select " + TRANSFER_COLUMNS + " from transfer where pending_id = any(?)")) {
            byPending.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", pendings.stream().map(Stored::id).toArray()));
            read(byPending).forEach(ledger::load);
        }
    }

    private void open(Connection connection, Journal journal, Map<UUID, Account> named, Ledger ledger)
            throws SQLException {
        var missing = new LinkedHashMap<UUID, Account>();
        named.forEach((id, account) -> {
            if (!ledger.accounts().containsKey(id)
                    && (chart.kind(account.code()).openedOnUse()
                            || journal.opens().contains(account))) {
                missing.put(id, account);
            }
        });
        if (missing.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement("insert into account (id, code, owner, currency, flags,"
                + " debits_pending, debits_posted, credits_pending, credits_posted, opened_at)"
                + " values (?,?,?,?,?,0,0,0,0,?)")) {
            for (var account : missing.values()) {
                var state = Books.opened(account, chart);
                insert.setObject(1, state.id());
                insert.setString(2, account.code().label());
                insert.setObject(3, account.owner());
                insert.setString(4, state.currency());
                insert.setInt(5, state.flags());
                insert.setObject(6, at(journal.at()));
                insert.addBatch();
                ledger.load(state);
            }
            insert.executeBatch();
        }
    }

    private static Stream<Account> accounts(Journal journal) {
        var inTransfers = journal.transfers().stream()
                .flatMap(transfer -> Stream.of(transfer.debit(), transfer.credit()))
                .filter(java.util.Objects::nonNull);
        var inGuards = journal.guards().stream().flatMap(guard -> switch (guard) {
            case Guard.Counter counter -> Stream.<Account>of();
            case Guard.BalanceAtMost most -> most.accounts().stream();
            case Guard.AvailableAtLeast least -> least.accounts().stream();
        });
        return Stream.concat(inTransfers, inGuards);
    }

    private static List<Stored> read(PreparedStatement select) throws SQLException {
        var found = new ArrayList<Stored>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                found.add(stored(row));
            }
        }
        return found;
    }

    /** The transfer at a row of {@link #TRANSFER_COLUMNS}. */
    static Stored stored(ResultSet row) throws SQLException {
        var expires = row.getObject(9, OffsetDateTime.class);
        return new Stored(
                row.getObject(1, UUID.class),
                Kind.of(row.getInt(2)),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getLong(5),
                row.getString(6),
                TransferCode.of(row.getInt(7)),
                row.getObject(8, UUID.class),
                expires == null ? null : expires.toInstant());
    }

    private static Totals totals(ResultSet row, int first) throws SQLException {
        return new Totals(row.getLong(first), row.getLong(first + 1), row.getLong(first + 2), row.getLong(first + 3));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static void setInstant(PreparedStatement statement, int index, @Nullable Instant instant)
            throws SQLException {
        if (instant == null) {
            statement.setNull(index, Types.TIMESTAMP_WITH_TIMEZONE);
        } else {
            statement.setObject(index, at(instant));
        }
    }
}
