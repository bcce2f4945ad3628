package org.homeline.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.homeline.testing.TestServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is over goes, however much of it there is, and nothing else. */
final class TidyingTest {
    private static final Instant NOW = Instant.parse("2026-03-02T14:00:00Z");
    private static final int MANY = 2 * Tidying.PAGE + 1;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyPageGoesAndWhatIsNotOverStays(boolean postgres) {
        try (var server = postgres ? TestServer.onPostgres(Map.of()) : TestServer.onH2(Map.of())) {
            var transactions = server.get(Transactions.class);
            fill(transactions, "over", MANY, NOW.minusSeconds(1));
            fill(transactions, "now", 3, NOW);
            server.get(Tidying.class).delete(new Tidying.Over("failed_calls", "address, since", "since < ?"), NOW);
            assertThat(count(transactions)).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyPageIsChanged(boolean postgres) {
        try (var server = postgres ? TestServer.onPostgres(Map.of()) : TestServer.onH2(Map.of())) {
            var transactions = server.get(Transactions.class);
            fill(transactions, "over", MANY, NOW.minusSeconds(1));
            var over = new Tidying.Over("failed_calls", "address, since", "calls = 0 and since < ?");
            server.get(Tidying.class).update(over, NOW, "calls = ?", 7L);
            assertThat(first(transactions, "select sum(calls) from failed_calls"))
                    .isEqualTo(7L * MANY);
        }
    }

    private static void fill(Transactions transactions, String prefix, int rows, Instant since) {
        transactions.write(connection -> {
            try (var insert =
                    connection.prepareStatement("insert into failed_calls (address, since, calls) values (?, ?, 0)")) {
                for (int i = 0; i < rows; i++) {
                    insert.setString(1, prefix + i);
                    insert.setObject(2, since.atOffset(ZoneOffset.UTC));
                    insert.addBatch();
                }
                return insert.executeBatch().length;
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
