package org.homeline.ledger;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.homeline.database.Transactions;
import org.homeline.ledger.Ledger.Held;
import org.homeline.ledger.Ledger.State;
import org.homeline.testing.TestServer;

/** Where a journal can be tried: the rules alone, or the books on a database. */
interface Bench {
    /** Puts an account there as if transfers had made it so. */
    void open(Account account, int flags, Totals totals);

    Commit commit(Journal journal);

    Totals totals(Account account);

    /** Not {@code close}: JUnit would close it after the first test that is given it. */
    default void end() {}

    /** The pure rules over maps; knows neither guards nor keys. */
    final class Rules implements Bench {
        private final Map<UUID, State> accounts = new LinkedHashMap<>();
        private final Map<UUID, Held> transfers = new HashMap<>();

        @Override
        public void open(Account account, int flags, Totals totals) {
            accounts.put(
                    account.id(), new State(account.id(), account.currency().getCode(), flags, totals));
        }

        @Override
        public Commit commit(Journal journal) {
            var ledger = new Ledger(journal.at());
            accounts.values().forEach(ledger::load);
            transfers.values().forEach(ledger::load);
            for (int i = 0; i < journal.transfers().size(); i++) {
                var refusal = ledger.apply(journal.transfers().get(i));
                if (refusal.isPresent()) {
                    return new Commit.Refused(i, refusal.get());
                }
            }
            journal.closes().forEach(account -> ledger.close(account.id()));
            accounts.putAll(ledger.accounts());
            ledger.accepted().forEach(stored -> transfers.put(stored.id(), new Held(stored, journal.at())));
            return new Commit.Done();
        }

        @Override
        public Totals totals(Account account) {
            var state = accounts.get(account.id());
            return state == null ? Totals.ZERO : state.totals();
        }

        @Override
        public String toString() {
            return "the rules";
        }
    }

    /** The books of the real application. */
    record OnDatabase(String name, TestServer server) implements Bench {
        @Override
        public void open(Account account, int flags, Totals totals) {
            server.get(Transactions.class).write(connection -> {
                try (var insert = connection.prepareStatement("insert into account (id, code, owner, currency, flags,"
                        + " debits_pending, debits_posted, credits_pending, credits_posted, opened_at)"
                        + " values (?,?,?,?,?,?,?,?,?,current_timestamp)")) {
                    insert.setObject(1, account.id());
                    insert.setString(2, account.code().label());
                    insert.setObject(3, account.owner());
                    insert.setString(4, account.currency().getCode());
                    insert.setInt(5, flags);
                    insert.setLong(6, totals.debitsPending());
                    insert.setLong(7, totals.debitsPosted());
                    insert.setLong(8, totals.creditsPending());
                    insert.setLong(9, totals.creditsPosted());
                    return insert.executeUpdate();
                }
            });
        }

        @Override
        public Commit commit(Journal journal) {
            return server.get(Books.class).commit(journal);
        }

        @Override
        public Totals totals(Account account) {
            return server.get(Books.class).totals(java.util.List.of(account)).getFirst();
        }

        @Override
        public void end() {
            server.close();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
