package org.homeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.homeline.money.Money;
import org.homeline.testing.TestServer;
import org.homeline.time.Ids;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

final class BooksTest {
    @Test
    void aJournalIsWrittenOnceAndAnswersAgain() {
        try (var server = TestServer.onH2(Map.of())) {
            var books = server.get(Books.class);
            var ids = server.get(Ids.class);
            var usd = CurrencyUnit.USD;
            var wallet = new Account(AccountCode.WALLET_CASH, ids.next(), usd);
            var bank = Account.ofOperator(AccountCode.SAFEGUARDING, usd);
            var journal = new Journal(
                    ids.next(),
                    "key",
                    new byte[] {1},
                    "test",
                    "operator",
                    server.get(Clock.class).instant().truncatedTo(ChronoUnit.MICROS),
                    List.of(wallet),
                    List.of(),
                    List.of(Transfer.single(ids.next(), bank, wallet, new Money(100, usd), TransferCode.OPENING)),
                    List.of(),
                    List.of(),
                    List.of(),
                    new TreeMap<>(),
                    new byte[] {9});
            assertThat(books.commit(journal)).isInstanceOf(Commit.Done.class);
            assertThat(books.commit(journal)).isInstanceOf(Commit.Repeated.class);
            assertThat(books.totals(List.of(wallet)).getFirst().available()).isEqualTo(100);
        }
    }
}
