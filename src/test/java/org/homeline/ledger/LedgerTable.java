package org.homeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.homeline.money.Money;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Plays a table of rows against a bench, in the manner of TigerBeetle's state_machine_tests. A row is a verb and its
 * columns; {@code _} is nothing, {@code max} is 2^63-1 and {@code max-9} nine less, {@code #} begins a remark.
 *
 * <pre>
 * account  NAME CURRENCY FLAGS DEBITS-PENDING DEBITS-POSTED CREDITS-PENDING CREDITS-POSTED
 * transfer NAME KIND DEBIT CREDIT AMOUNT CURRENCY PENDING TIMEOUT-SECONDS CODE OUTCOME
 * close    NAME
 * tick     SECONDS
 * totals   NAME DEBITS-PENDING DEBITS-POSTED CREDITS-PENDING CREDITS-POSTED
 * </pre>
 *
 * A row that ends in {@code &} is linked with the next. The outcome is {@code ok}, a refusal, {@code undone} for what a
 * refusal later in the chain took back, or {@code untried} for what came after it.
 */
final class LedgerTable {
    private final Bench bench;
    private final String run = UUID.randomUUID().toString();
    private final Map<String, Account> accounts = new HashMap<>();
    private final List<String> outcomes = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private Instant now = Journals.START;
    private Journals chain;
    private int journals;

    private LedgerTable(Bench bench) {
        this.bench = bench;
        this.chain = nextChain();
    }

    static void check(Bench bench, String table) {
        var played = new LedgerTable(bench);
        table.lines()
                .map(line -> line.replaceAll("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .forEach(played::play);
        assertThat(played.rows).as("rows linked with none").isEmpty();
    }

    private void play(String row) {
        boolean linked = row.endsWith("&");
        var cells = row.replace("&", "").strip().split("\\s+");
        switch (cells[0]) {
            case "account" -> {
                accounts.put(cells[1], account(cells[1], cells[2]));
                bench.open(account(cells[1]), flags(cells[3]), totals(cells, 4));
            }
            case "tick" -> {
                now = now.plusSeconds(number(cells[1]));
                chain = nextChain();
            }
            case "totals" -> assertThat(bench.totals(account(cells[1]))).as(row).isEqualTo(totals(cells, 2));
            case "transfer" -> {
                assertThat(cells).as(row).hasSize(11);
                chain.transfer(transfer(cells));
                outcomes.add(cells[10]);
                rows.add(row);
                commitUnless(linked);
            }
            case "close" -> {
                chain.close(account(cells[1]));
                commitUnless(linked);
            }
            default -> throw new IllegalArgumentException("no such row: " + row);
        }
    }

    private void commitUnless(boolean linked) {
        if (!linked) {
            var actual = outcomes(bench.commit(chain.build()), rows.size());
            assertThat(actual).as(String.join("\n", rows)).isEqualTo(outcomes);
            rows.clear();
            outcomes.clear();
            chain = nextChain();
        }
    }

    private static List<String> outcomes(Commit commit, int size) {
        return switch (commit) {
            case Commit.Done done -> java.util.Collections.nCopies(size, "ok");
            case Commit.Refused refused -> {
                var outcomes = new ArrayList<String>();
                for (int i = 0; i < size; i++) {
                    outcomes.add(
                            i < refused.index() ? "undone" : i > refused.index() ? "untried" : word(refused.refusal()));
                }
                yield outcomes;
            }
            case Commit.Repeated repeated -> List.of("repeated");
            case Commit.Guarded guarded -> List.of("guarded");
            case Commit.Conflict conflict -> List.of("conflict");
        };
    }

    private Transfer transfer(String[] cells) {
        var id = id(cells[1]);
        var pending = cells[7].equals("_") ? null : id(cells[7]);
        var amount = cells[5].equals("_") ? null : new Money(number(cells[5]), CurrencyUnit.of(cells[6]));
        return new Transfer(
                id,
                Transfer.Kind.valueOf(cells[2].toUpperCase(Locale.ROOT)),
                optional(cells[3]),
                optional(cells[4]),
                amount,
                cells[9].equals("_") ? null : TransferCode.valueOf(cells[9].toUpperCase(Locale.ROOT)),
                pending,
                cells[8].equals("_") ? null : Duration.ofSeconds(number(cells[8])));
    }

    private @Nullable Account optional(String name) {
        return name.equals("_") ? null : account(name);
    }

    /** An account that no row has opened is one that the ledger does not find. */
    private Account account(String name) {
        return accounts.getOrDefault(name, account(name, "USD"));
    }

    private Account account(String name, String currency) {
        return new Account(AccountCode.WALLET_CASH, id(name), CurrencyUnit.of(currency));
    }

    private UUID id(String name) {
        return Journals.id(run + name);
    }

    private Journals nextChain() {
        return Journals.keyed(run + "/" + journals++).at(now);
    }

    private static int flags(String cell) {
        return switch (cell) {
            case "_" -> 0;
            case "D<C" -> Flag.DEBITS_MUST_NOT_EXCEED_CREDITS.bit();
            case "C<D" -> Flag.CREDITS_MUST_NOT_EXCEED_DEBITS.bit();
            case "CLOSED" -> Flag.CLOSED.bit();
            default -> throw new IllegalArgumentException("no such flag: " + cell);
        };
    }

    private static Totals totals(String[] cells, int first) {
        return new Totals(
                number(cells[first]), number(cells[first + 1]), number(cells[first + 2]), number(cells[first + 3]));
    }

    private static long number(String cell) {
        return cell.startsWith("max") ? Long.MAX_VALUE + number("0" + cell.substring(3)) : plain(cell);
    }

    private static long plain(String cell) {
        return cell.startsWith("0-") ? -Long.parseLong(cell.substring(2)) : Long.parseLong(cell);
    }

    static String word(Refusal refusal) {
        return refusal.name().toLowerCase(Locale.ROOT);
    }
}
