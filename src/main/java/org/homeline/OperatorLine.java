package org.homeline;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.homeline.api.OperatorAnswer;
import org.homeline.api.OperatorDesk;
import org.homeline.api.OperatorToken;

/** Takes an operator's command to the server that runs on the data folder, or does it here where none runs. */
final class OperatorLine {
    private static final int KEY_BYTES = 16;
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final int OK = 200;

    private OperatorLine() {}

    /** @throws CannotStartException where there is nobody to do it */
    static OperatorAnswer ask(Place place, String operation, Map<String, Object> input) {
        var key = freshKey();
        var claimed = DataFolder.tryClaim(place.data());
        if (claimed.isPresent()) {
            try (var folder = claimed.get();
                    var application = Application.start(folder, place, Map.of())) {
                return application.get(OperatorDesk.class).ask(operation, json(input), operator(), key);
            }
        }
        var server = ServerFile.read(place.data())
                .orElseThrow(() -> new CannotStartException("another process works on the data folder " + place.data()
                        + " (a server that is starting or stopping, or another command): try again"));
        return ask(server, operation, input, key);
    }

    private static OperatorAnswer ask(ServerFile server, String operation, Map<String, Object> input, String key) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/operator/" + operation))
                .header("Authorization", OperatorToken.header(server.token()))
                .header("X-Homeline-Operator", operator())
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json(input)))
                .build();
        try (var client = HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build()) {
            var response = client.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != OK) {
                throw new CannotStartException(
                        "the server (process %d) could not do that: it answered %d, its log says why"
                                .formatted(server.pid(), response.statusCode()));
            }
            return OperatorDesk.read(response.body());
        } catch (IOException silent) {
            throw new CannotStartException(
                    "the server (process %d) does not answer on port %d".formatted(server.pid(), server.port()),
                    silent);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new CannotStartException("interrupted; the server may still do it", hurried);
        }
    }

    /** The system's user, and who became that one by sudo; printable ASCII, because it travels in a header. */
    static String operator() {
        var user = System.getProperty("user.name", "unknown");
        var before = System.getenv("SUDO_USER");
        return (before == null ? user : user + " (" + before + ")").replaceAll("[^ -~]", "?");
    }

    static String freshKey() {
        var random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return "operator:" + HexFormat.of().formatHex(random);
    }

    private static String json(Map<String, Object> input) {
        try {
            return ObjectMapper.getDefault().writeValueAsString(input);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
