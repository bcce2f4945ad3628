package org.homeline.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.testing.Desk.part;
import static org.homeline.testing.People.amount;
import static org.homeline.testing.People.done;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.homeline.database.Transactions;
import org.homeline.testing.People;
import org.homeline.testing.TestServer;
import org.homeline.time.StoryClock;
import org.junit.jupiter.api.Test;

/** Money that can't go back leaves the others' way free. */
final class ReturnExpiryTest {
    private static final String SENDER = "+12025550143";
    private static final String AGENT = "+12025550199";
    private static final int PAGE = 200;

    private final StoryClock clock = StoryClock.standingAt(Instant.parse("2026-03-02T14:00:00Z"));

    @Test
    void aWholePageThatFailsHoldsUpNoneBehindIt() {
        try (var server = TestServer.onH2(Map.of(), clock)) {
            var people = new People(server);
            people.agent(AGENT, "Bronx Corner Shop", "1000");
            people.customer(SENDER, "Amina Otieno");
            people.cashIn(AGENT, SENDER, "200");
            pay(people, "+254712345678");
            copyWithoutMoney(server);
            clock.advance(Duration.ofMinutes(1));
            var behind = pay(people, "+254733444555");
            clock.advance(Duration.ofDays(31));
            server.get(ReturnExpiry.class).run();
            assertThat(server.get(RemittanceRows.class)
                            .findByReference(behind)
                            .orElseThrow()
                            .state())
                    .isEqualTo(Remittance.RETURNED);
            assertThat(failed(server)).isEqualTo(PAGE);
            server.get(ReturnExpiry.class).run();
            assertThat(failed(server)).as("tried again").isEqualTo(2 * PAGE);
        }
    }

    private static String pay(People people, String payee) {
        var quote = done(
                people.desk().sms(SENDER, "remittance.quote", Map.of("payee", payee, "amount", amount("50")), ""),
                "Quoted");
        var code = Map.of("code", part(quote, "code"));
        return (String) part(done(people.desk().sms(SENDER, "remittance.pay", code, People.PIN), "Paid"), "reference");
    }

    /** A page of rows like the one that is there, for which no money is held: the ledger refuses to give it back. */
    private static void copyWithoutMoney(TestServer server) {
        var others = "payer, payer_phone, payee_phone, payee, from_country, to_country, send_currency, amount_minor,"
                + " fee_minor, tax_minor, total_bank_minor, receive_currency, receive_minor, receive_bank_minor, rate,"
                + " state, paid, counted, changed, expires, version";
        sql(
                server,
                "insert into remittance (id, reference, " + others + ") select random_uuid(), 'X' || n, " + others
                        + " from remittance, system_range(1, " + PAGE + ") as copies (n)");
    }

    private static void sql(TestServer server, String statement) {
        int changed = server.get(Transactions.class).write(connection -> {
            try (var update = connection.createStatement()) {
                return update.executeUpdate(statement);
            }
        });
        assertThat(changed).isPositive();
    }

    private static double failed(TestServer server) {
        return server.get(MeterRegistry.class)
                .counter("homeline.sweep.failed", "chore", "return-uncollected")
                .count();
    }
}
