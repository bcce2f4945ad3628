package org.homeline.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeline.ledger.Ledger.State;
import org.homeline.ledger.Transfer.Stored;

/** The table of accounts; each statement takes a set of rows at once. */
final class AccountTable {
    private final ChartOfAccounts chart;

    AccountTable(ChartOfAccounts chart) {
        this.chart = chart;
    }

    /**
     * Loads the accounts that the journal names under lock, in the order of their ids, and opens those that it opens.
     *
     * @param pendings the transfers that it ends, whose accounts it names thereby
     */
    void lock(Connection connection, Journal journal, List<Stored> pendings, Ledger ledger) throws SQLException {
        var named = new TreeMap<UUID, Account>();
        Stream.concat(Stream.concat(journal.opens().stream(), journal.closes().stream()), accounts(journal))
                .forEach(account -> named.put(account.id(), account));
        var ids = new TreeSet<>(named.keySet());
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

    void update(Connection connection, Map<UUID, State> before, Map<UUID, State> after) throws SQLException {
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
                insert.setObject(6, journal.at().atOffset(ZoneOffset.UTC));
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
        });
        return Stream.concat(inTransfers, inGuards);
    }

    private static Totals totals(ResultSet row, int first) throws SQLException {
        return new Totals(row.getLong(first), row.getLong(first + 1), row.getLong(first + 2), row.getLong(first + 3));
    }
}
