package org.homeline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.homeline.database.Transactions;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;
import org.homeline.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OperatorRouteTest {
    private static final String GREETING = "{\"name\":\"Ana\"}";

    private final TestServer server =
            TestServer.onH2(Map.of("micronaut.server.port", -1, "micronaut.server.host", "127.0.0.1"), new Greet());
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    void listen() {
        server.get(EmbeddedServer.class).start();
    }

    @AfterAll
    void close() {
        client.close();
        server.close();
    }

    @Test
    void anOperationAnswersWithItsOutcomeAndValues() throws Exception {
        var answer = ask("test.greet", GREETING, "key-1");
        assertThat(answer.body())
                .isEqualTo("{\"outcome\":\"Greeted\",\"done\":true,\"values\":{\"greeting\":\"Hello Ana\"}}");
        assertThat(journals("test.greet")).isEqualTo("operator ana");
    }

    @Test
    void whatOnlyReadsIsWrittenDownToo() throws Exception {
        var answer = ask("test.greet", "{\"name\":\"\"}", "key-2");
        assertThat(answer.body()).isEqualTo("{\"outcome\":\"Nameless\",\"done\":false,\"values\":{}}");
        assertThat(journals("operator.note")).isEqualTo("operator ana");
    }

    @Test
    void aCommandThatComesAgainGetsItsFirstAnswer() throws Exception {
        assertThat(ask("test.greet", GREETING, "key-3").body())
                .isEqualTo(ask("test.greet", GREETING, "key-3").body());
        assertThat(ask("test.greet", "{\"name\":\"Eve\"}", "key-3").body())
                .contains("\"outcome\":\"Refused\"", "key-reused");
    }

    @Test
    void whatCanNotBeReadIsSaid() throws Exception {
        assertThat(ask("test.greet", "[]", "key-4").body()).contains("\"outcome\":\"BadInput\"");
        assertThat(ask("test.vanish", "{}", "key-5").body()).contains("\"outcome\":\"NoSuchOperation\"");
        assertThat(ask("operator.note", "{}", "key-6").body()).contains("\"outcome\":\"NoSuchOperation\"");
    }

    @Test
    void strangersFindNothingThere() throws Exception {
        for (var request : new HttpRequest.Builder[] {
            request("test.greet", GREETING, "key-7").setHeader("Authorization", "Bearer guess"),
            request("test.greet", GREETING, "key-8").header("X-Forwarded-For", "203.0.113.7"),
            request("test.greet", GREETING, "key-9")
                    .setHeader("Authorization", "")
                    .method("GET", BodyPublishers.noBody()),
            HttpRequest.newBuilder(uri("/operator/test.greet")).POST(BodyPublishers.ofString("not JSON")),
            HttpRequest.newBuilder(uri("/nowhere"))
        }) {
            var response = client.send(request.build(), BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).isEmpty();
            assertThat(response.headers().map().keySet()).containsExactly("content-length");
        }
    }

    @Test
    void errorsTellNothingOfTheInside() throws Exception {
        var response = ask("test.greet", "{\"name\":\"boom\"}", "key-10");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEqualTo("{\"error\":\"internal server error\"}");
    }

    @Test
    void healthNamesNoPathNoAddressAndNoVersion() throws Exception {
        var body = client.send(HttpRequest.newBuilder(uri("/health")).build(), BodyHandlers.ofString())
                .body();
        assertThat(body)
                .contains("\"status\":\"UP\"", "AFRICASTALKING_KEY", "TWILIO_ACCOUNT_SID", "software keys", "\"h2\"")
                .contains("\"rates/own.yaml\"", "\"exceptions\":0", "\"demo-us\":\"")
                .doesNotContain("jdbc:", "\"/", ":/", "version", "free");
    }

    private HttpResponse<String> ask(String operation, String body, String key) throws Exception {
        return client.send(request(operation, body, key).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String operation, String body, String key) {
        return HttpRequest.newBuilder(uri("/operator/" + operation))
                .header(
                        "Authorization",
                        OperatorToken.header(server.get(OperatorToken.class).value()))
                .header("X-Homeline-Operator", "ana")
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.get(EmbeddedServer.class).getPort() + path);
    }

    private String journals(String operation) {
        return server.get(Transactions.class).read(connection -> {
            try (var select = connection.prepareStatement("select actor from journal where operation = ?")) {
                select.setString(1, operation);
                try (var row = select.executeQuery()) {
                    return row.next() ? row.getString(1) : "";
                }
            }
        });
    }

    /** What an operator could ask for. */
    static final class Greet extends Operation<Greet.Name, Greet.Greeting> {
        @Serdeable
        record Name(String name) {}

        sealed interface Greeting extends Outcome {
            @Serdeable
            record Greeted(String greeting) implements Greeting, Success {}

            @Serdeable
            record Nameless() implements Greeting {}
        }

        Greet() {
            super("test.greet", Name.class, Greeting.class);
        }

        @Override
        public Decision<Greeting> decide(Name input, Attempt attempt) {
            return switch (input.name()) {
                case "" -> Decision.answer(new Greeting.Nameless());
                case "boom" -> throw new IllegalStateException("a secret of the inside");
                default -> Decision.propose(new Greeting.Greeted("Hello " + input.name()), attempt.draft());
            };
        }
    }
}
