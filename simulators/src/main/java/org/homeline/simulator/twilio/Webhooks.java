package org.homeline.simulator.twilio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/** Signs requests to the application and posts them. */
final class Webhooks implements AutoCloseable {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);

    private final String token;
    private final Map<String, String> routes = new ConcurrentHashMap<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Webhooks(String token) {
        this.token = token;
    }

    /** What is signed for a URL that begins with the one is posted to the other: a proxy between here and there. */
    void route(URI publicPrefix, URI localPrefix) {
        routes.put(publicPrefix.toString(), localPrefix.toString());
    }

    /** @throws UncheckedIOException where nobody answers */
    Reply post(URI url, SortedMap<String, String> form) {
        var request = HttpRequest.newBuilder(reach(url))
                .timeout(ANSWER_WITHIN)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("X-Twilio-Signature", Signature.of(token, url, form))
                .POST(BodyPublishers.ofString(Form.encode(form)))
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            return new Reply(answer.statusCode(), answer.body());
        } catch (IOException noAnswer) {
            throw new UncheckedIOException(noAnswer);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(stopped));
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private URI reach(URI url) {
        return routes.entrySet().stream()
                .filter(route -> url.toString().startsWith(route.getKey()))
                .findAny()
                .map(route -> URI.create(route.getValue()
                        + url.toString().substring(route.getKey().length())))
                .orElse(url);
    }
}
