package org.homeline.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.homeline.money.Money;
import org.joda.money.CurrencyUnit;

/** Builds the journals that tests want, from names and a few parts. */
final class Journals {
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final String key;
    private byte[] content = {1};
    private Instant at = START;
    private final List<Account> opens = new ArrayList<>();
    private final List<Account> closes = new ArrayList<>();
    private final List<Transfer> transfers = new ArrayList<>();
    private final List<Guard> guards = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    private Journals(String key) {
        this.key = key;
    }

    static Journals keyed(String key) {
        return new Journals(key);
    }

    /** The same identifier for the same name. */
    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static Account wallet(String owner) {
        return new Account(AccountCode.WALLET_CASH, id(owner), CurrencyUnit.USD);
    }

    static Account bank() {
        return Account.ofOperator(AccountCode.SAFEGUARDING, CurrencyUnit.USD);
    }

    static Money usd(long minor) {
        return new Money(minor, CurrencyUnit.USD);
    }

    Journals content(int value) {
        content = new byte[] {(byte) value};
        return this;
    }

    Journals at(Instant time) {
        at = time;
        return this;
    }

    Journals open(Account... accounts) {
        opens.addAll(List.of(accounts));
        return this;
    }

    Journals close(Account account) {
        closes.add(account);
        return this;
    }

    Journals transfer(Transfer transfer) {
        transfers.add(transfer);
        return this;
    }

    Journals move(Account debit, Account credit, long minor) {
        return transfer(Transfer.single(
                id(key + "/" + transfers.size() + UUID.randomUUID()),
                debit,
                credit,
                new Money(minor, debit.currency()),
                TransferCode.SEND));
    }

    Journals guard(Guard guard) {
        guards.add(guard);
        return this;
    }

    Journals row(Row row) {
        rows.add(row);
        return this;
    }

    /** A new journal each time, as a repeated request would bring. */
    Journal build() {
        return new Journal(
                UUID.randomUUID(),
                key,
                content,
                "test.move",
                "operator",
                at,
                List.copyOf(opens),
                List.copyOf(closes),
                List.copyOf(transfers),
                List.copyOf(guards),
                List.copyOf(rows),
                List.of(),
                new TreeMap<>(),
                key.getBytes(StandardCharsets.UTF_8));
    }
}
