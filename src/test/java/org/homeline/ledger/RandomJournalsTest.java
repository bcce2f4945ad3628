package org.homeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.homeline.ledger.Transfer.Kind;
import org.homeline.money.Money;
import org.homeline.testing.TestServer;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random chains of transfers against the books and a simple model of them, compared after every journal. A failure names
 * its seed; {@code -Dhomeline.seed=} plays that one again.
 */
final class RandomJournalsTest {
    private static final CurrencyUnit USD = CurrencyUnit.USD;
    private static final CurrencyUnit KES = CurrencyUnit.of("KES");
    private static final long FIRST_SEED = 20260301;

    @Test
    void theRulesAgreeWithTheModel() {
        var seen = EnumSet.noneOf(Refusal.class);
        seeds(60).forEach(seed -> play(new Bench.Rules(), seed, 150, seen));
        if (Long.getLong("homeline.seed") == null) {
            var unseen = EnumSet.complementOf(seen);
            assertThat(unseen).as("refusals that chance never meets").isEmpty();
        }
    }

    @Test
    void theBooksAgreeWithTheModel() {
        for (var server : List.of(TestServer.onH2(Map.of()), TestServer.onPostgres(Map.of()))) {
            try (server) {
                seeds(3).forEach(seed ->
                        play(new Bench.OnDatabase("books", server), seed, 80, EnumSet.noneOf(Refusal.class)));
            }
        }
    }

    @Test
    @Tag("campaign")
    void manyMoreAgreeWithTheModel() {
        seeds(3_000).forEach(seed -> play(new Bench.Rules(), seed, 200, EnumSet.noneOf(Refusal.class)));
        for (var server : List.of(TestServer.onH2(Map.of()), TestServer.onPostgres(Map.of()))) {
            try (server) {
                seeds(100)
                        .forEach(seed ->
                                play(new Bench.OnDatabase("books", server), seed, 200, EnumSet.noneOf(Refusal.class)));
            }
        }
    }

    private static LongStream seeds(int count) {
        var given = Long.getLong("homeline.seed");
        return given == null ? LongStream.range(FIRST_SEED, FIRST_SEED + count) : LongStream.of(given);
    }

    private static void play(Bench bench, long seed, int journals, Set<Refusal> seen) {
        var chance = new Chance(seed);
        chance.accounts.forEach((account, flags) -> bench.open(account, flags, Totals.ZERO));
        var model = new Model(chance.accounts);
        for (int i = 0; i < journals; i++) {
            var journal = chance.journal(i);
            var expected = model.commit(journal);
            if (expected instanceof Commit.Refused refused) {
                seen.add(refused.refusal());
            }
            assertThat(bench.commit(journal))
                    .as("seed %d, journal %d: %s", seed, i, journal.transfers())
                    .isEqualTo(expected);
            chance.accounts
                    .keySet()
                    .forEach(account -> assertThat(bench.totals(account))
                            .as("seed %d, after journal %d: %s", seed, journals, account)
                            .isEqualTo(model.totals(account)));
        }
    }

    /** Draws journals in which things go wrong often: few accounts, few ids, amounts at the edges. */
    private static final class Chance {
        private final Random random;
        private final String run = UUID.randomUUID().toString();
        private final Map<Account, Integer> accounts = new LinkedHashMap<>();
        private final List<Account> all;
        private final List<Transfer> drawn = new ArrayList<>();
        private int ids = 3;
        private Instant now = Journals.START;

        Chance(long seed) {
            random = new Random(seed);
            accounts.put(account(1, USD), 0);
            accounts.put(account(2, USD), 0);
            accounts.put(account(3, USD), Flag.DEBITS_MUST_NOT_EXCEED_CREDITS.bit());
            accounts.put(account(4, USD), Flag.CREDITS_MUST_NOT_EXCEED_DEBITS.bit());
            accounts.put(account(5, KES), 0);
            accounts.put(account(6, KES), Flag.DEBITS_MUST_NOT_EXCEED_CREDITS.bit());
            var andOneMore = new ArrayList<>(accounts.keySet());
            andOneMore.add(account(7, USD));
            all = List.copyOf(andOneMore);
        }

        Journal journal(int number) {
            now = now.plusSeconds(random.nextInt(20));
            var journal = Journals.keyed(run + number).at(now);
            int length = random.nextInt(10) < 6 ? 1 : 1 + random.nextInt(4);
            for (int i = 0; i < length; i++) {
                var transfer = random.nextInt(12) > 0 || drawn.isEmpty() ? transfer() : again(pick(drawn));
                drawn.add(transfer);
                journal.transfer(transfer);
            }
            if (random.nextInt(120) == 0) {
                journal.close(pick(List.copyOf(accounts.keySet())));
            }
            return journal.build();
        }

        private Transfer transfer() {
            var id = random.nextInt(5) > 0 ? id(++ids) : id(random.nextInt(ids));
            var kind = pick(List.of(Kind.SINGLE, Kind.SINGLE, Kind.PENDING, Kind.PENDING, Kind.POST, Kind.VOID));
            return switch (kind) {
                case SINGLE, PENDING -> {
                    var debit = pick(all);
                    var credit = random.nextInt(4) > 0 ? neighbour(debit) : pick(all);
                    var currency = random.nextInt(15) > 0 ? debit.currency() : KES;
                    var timeout = random.nextInt(25) > 0
                            ? Duration.ofSeconds(random.nextInt(200))
                            : Duration.ofSeconds(Long.MAX_VALUE / 2);
                    yield new Transfer(
                            id,
                            kind,
                            debit,
                            credit,
                            new Money(amount(), currency),
                            random.nextInt(9) > 0 ? TransferCode.SEND : TransferCode.FEE,
                            null,
                            kind == Kind.PENDING ? timeout : null);
                }
                case POST -> {
                    var pending = pending(id);
                    yield random.nextBoolean()
                            ? Transfer.post(id, pending)
                            : Transfer.post(id, pending, new Money(amount(), random.nextInt(9) > 0 ? USD : KES));
                }
                case VOID -> Transfer.voiding(id, pending(id));
            };
        }

        /** An earlier transfer once more, or nearly. */
        private Transfer again(Transfer earlier) {
            var amount = earlier.amount();
            boolean isMove = earlier.code() != null;
            return new Transfer(
                    earlier.id(),
                    earlier.kind(),
                    earlier.debit(),
                    earlier.credit(),
                    amount == null ? null : nearly(amount),
                    isMove && random.nextInt(3) == 0 ? TransferCode.TAX : earlier.code(),
                    earlier.pendingId(),
                    earlier.timeout() != null && random.nextInt(4) == 0 ? Duration.ofSeconds(7) : earlier.timeout());
        }

        private Money nearly(Money amount) {
            return switch (random.nextInt(8)) {
                case 0, 1 -> new Money(amount.minor(), KES);
                case 2 -> new Money(amount.minor() / 2, amount.currency());
                default -> amount;
            };
        }

        private UUID pending(UUID itself) {
            return random.nextInt(40) == 0 ? itself : id(Math.max(0, ids - random.nextInt(12)));
        }

        private long amount() {
            return switch (random.nextInt(30)) {
                case 0 -> -1;
                case 1 -> Long.MAX_VALUE;
                case 2 -> Long.MAX_VALUE - random.nextInt(60);
                case 3 -> Long.MAX_VALUE / 2;
                case 4 -> 0;
                default -> random.nextInt(40);
            };
        }

        private Account neighbour(Account account) {
            var alike = all.stream()
                    .filter(other -> !other.equals(account) && other.currency().equals(account.currency()))
                    .toList();
            return pick(alike);
        }

        private Account account(int number, CurrencyUnit currency) {
            return new Account(AccountCode.WALLET_CASH, Journals.id(run + "account" + number), currency);
        }

        private UUID id(int number) {
            return Journals.id(run + "transfer" + number);
        }

        private <T> T pick(List<T> items) {
            return items.get(random.nextInt(items.size()));
        }
    }
}
