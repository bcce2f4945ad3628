package org.homeline.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.homeline.testing.TestServer;
import org.junit.jupiter.api.Test;

/** What is over goes, however much of it there is, and nothing else. */
final class TidyingTest {
    private static final Instant NOW = Instant.parse("2026-03-02T14:00:00Z");
    private static final int MANY = 2 * Tidying.PAGE + 1;

    @Test
    void everyPageGoesAndWhatIsNotOverStays() {
        try (var server = TestServer.onH2(Map.of())) {
            var transactions = server.get(Transactions.class);
            fill(transactions, "over", MANY, "2026-03-02 13:59:59+00");
            fill(transactions, "now", 3, "2026-03-02 14:00:00+00");
            server.get(Tidying.class).delete(new Tidying.Over("failed_calls", "address, since", "since < ?"), NOW);
            assertThat(count(transactions)).isEqualTo(3);
        }
    }

    @Test
    void everyPageIsChanged() {
        try (var server = TestServer.onH2(Map.of())) {
            var transactions = server.get(Transactions.class);
            fill(transactions, "over", MANY, "2026-03-02 13:59:59+00");
            var over = new Tidying.Over("failed_calls", "address, since", "calls = 0 and since < ?");
            server.get(Tidying.class).update(over, NOW, "calls = ?", 7L);
            assertThat(first(transactions, "select sum(calls) from failed_calls"))
                    .isEqualTo(7L * MANY);
        }
    }

    private static void fill(Transactions transactions, String prefix, int rows, String since) {
        transactions.write(connection -> {
            try (var insert = connection.prepareStatement("insert into failed_calls (address, since, calls) select '"
                    + prefix + "' || n, timestamp with time zone '" + since + "', 0 from system_range(1, " + rows
                    + ") as rows (n)")) {
                return insert.executeUpdate();
            }
        });
    }

    private static long count(Transactions transactions) {
        return first(transactions, "select count(*) from failed_calls");
    }

    private static long first(Transactions transactions, String query) {
        return transactions.read(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(query)) {
                row.next();
                return row.getLong(1);
            }
        });
    }
}
