package org.homeline.simulator.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The mobile network that phones are on: USSD goes to the server as Africa's Talking sends it, texts go over the simulated
 * Twilio. Thread-safe; many phones share one. Close it.
 */
public final class Carrier implements AutoCloseable {
    /** Africa's Talking's own limit. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);

    private final URI callback;
    private final URI twilio;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * @param callback the server's USSD callback, with its key where it has one
     * @param twilio where the simulated Twilio is
     */
    public Carrier(URI callback, URI twilio) {
        this.callback = callback;
        this.twilio = twilio;
    }

    Screen step(Map<String, String> fields) {
        try {
            var answer = send(request(callback)
                    .timeout(ANSWER_WITHIN)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(encode(fields)))
                    .build());
            return screen(answer);
        } catch (UncheckedIOException silent) {
            return Screen.broken("no answer");
        }
    }

    private static Screen screen(HttpResponse<String> answer) {
        var body = answer.body();
        if (answer.statusCode() == 200 && body.startsWith("CON ")) {
            return new Screen(body.substring("CON ".length()), false);
        }
        return answer.statusCode() == 200 && body.startsWith("END ")
                ? new Screen(body.substring("END ".length()), true)
                : Screen.broken("status " + answer.statusCode());
    }

    /**
     * @return the status that the server answered with
     * @throws UncheckedIOException where there is no Twilio
     */
    int text(String number, String body) {
        return send(request(phone(number, ""))
                        .POST(BodyPublishers.ofString(body))
                        .build())
                .statusCode();
    }

    /** @param mailbox which one they come from: another after the Twilio was started anew */
    record Fetched(String mailbox, List<TextMessage> messages) {}

    /**
     * The phone's messages but the first ones, oldest first; all where they are in another mailbox by now.
     *
     * @param most how long to wait for one, in whole seconds
     * @throws UncheckedIOException where there is no Twilio
     */
    Fetched messages(String number, String mailbox, int after, Duration most) {
        var query = "?after=" + after + "&mailbox=" + encode(mailbox) + "&wait=" + most.toSeconds();
        var answer = send(request(phone(number, query)).build());
        var messages = answer.body()
                .lines()
                .map(line -> line.split(" ", 2))
                .map(parts -> new TextMessage(decode(parts[0]), decode(parts[1])))
                .toList();
        return new Fetched(answer.headers().firstValue("X-Mailbox").orElse(""), messages);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private URI phone(String number, String query) {
        return twilio.resolve("/phones/" + encode(number) + query);
    }

    private static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException silent) {
            throw new UncheckedIOException(silent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(stopped));
        }
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
