package org.homeline.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.testing.Desk.part;
import static org.homeline.testing.People.amount;
import static org.homeline.testing.People.done;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.homeline.database.Transactions;
import org.homeline.operation.Outcome;
import org.homeline.testing.People;
import org.homeline.testing.TestServer;
import org.junit.jupiter.api.Test;

/**
 * How often an operation asks the database for the same person, counted by the database. An agent's number is looked up
 * as a customer's too: he may be blocked as one.
 */
final class ReadingsTest {
    private static final String SENDER = "+12025550143";
    private static final String RECIPIENT = "+254712345678";
    private static final String AGENT = "+12025550199";
    private static final Pattern FROM = Pattern.compile("from \"?([a-z_]+)", Pattern.CASE_INSENSITIVE);

    @Test
    void anOperationReadsEachPersonOnce() {
        try (var server = TestServer.onH2(Map.of())) {
            var people = new People(server);
            var desk = people.desk();
            people.agent(AGENT, "Bronx Corner Shop", "1000");
            people.customer(SENDER, "Amina Otieno");
            people.customer(RECIPIENT, "Grace Otieno");
            var toRecipient = Map.<String, Object>of("payee", RECIPIENT, "amount", amount("50"));
            var ofSender = Map.<String, Object>of("number", SENDER, "amount", amount("100"));

            reads(server, 2, 1, "CashedIn", () -> desk.ussd(AGENT, "agent.cashIn", ofSender, People.PIN));
            var quote = reads(server, 2, 0, "Quoted", () -> desk.ussd(SENDER, "remittance.quote", toRecipient, ""));
            var quoted = Map.of("quote", part(quote, "quote"));
            reads(server, 2, 0, "Paid", () -> desk.ussd(SENDER, "remittance.confirm", quoted, People.PIN));
            var smaller = Map.<String, Object>of("payee", RECIPIENT, "amount", amount("20"));
            var code = Map.of("code", part(desk.sms(SENDER, "remittance.quote", smaller, ""), "code"));
            reads(server, 2, 0, "Paid", () -> desk.sms(SENDER, "remittance.pay", code, People.PIN));
            reads(server, 1, 0, "InWallet", () -> desk.ussd(SENDER, "customer.balance", Map.of(), People.PIN));
            var withdrawn = Map.<String, Object>of("amount", amount("20"));
            var issued =
                    reads(server, 1, 0, "CodeIssued", () -> desk.ussd(SENDER, "agent.withdraw", withdrawn, People.PIN));
            var presented = Map.of("number", SENDER, "code", part(issued, "code"));
            reads(server, 2, 1, "Ready", () -> desk.ussd(AGENT, "agent.checkCashOut", presented, ""));
            reads(server, 2, 1, "PaidOut", () -> desk.ussd(AGENT, "agent.cashOut", presented, People.PIN));
        }
    }

    private static Outcome reads(TestServer server, int customers, int agents, String name, Supplier<Outcome> request) {
        set(server, false);
        set(server, true);
        var outcome = done(request.get(), name);
        var counted = count(server);
        assertThat(counted.getOrDefault("customer", 0L))
                .as(name + " " + counted)
                .isEqualTo(customers);
        assertThat(counted.getOrDefault("agent", 0L)).as(name + " " + counted).isEqualTo(agents);
        return outcome;
    }

    private static void set(TestServer server, boolean counting) {
        server.get(Transactions.class).read(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute("set query_statistics " + counting);
            }
        });
    }

    /** Reads by table. */
    private static Map<String, Long> count(TestServer server) {
        return server.get(Transactions.class).read(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(
                            "select sql_statement, execution_count from information_schema.query_statistics")) {
                var counted = new TreeMap<String, Long>();
                while (row.next()) {
                    var from = FROM.matcher(row.getString(1));
                    if (from.find()) {
                        counted.merge(from.group(1), row.getLong(2), Long::sum);
                    }
                }
                return counted;
            }
        });
    }
}
