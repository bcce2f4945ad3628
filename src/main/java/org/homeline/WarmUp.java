package org.homeline;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.homeline.api.OperatorToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * A short life of the server on a folder of its own, during which the JVM writes down what it loads: the launcher makes
 * the ahead-of-time cache of it. Not for people.
 */
@Command(
        name = "warm-up",
        description = "a short life of the server, of which the launcher makes the ahead-of-time cache",
        hidden = true,
        mixinStandardHelpOptions = true)
final class WarmUp implements Callable<Integer> {
    private static final int ROUNDS = 10;

    @Mixin
    private Place given = new Place();

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var temporary = new TemporaryPlace(given.config());
                var application = Application.start(temporary.folder(), temporary.place(), Serve.properties(0, true))) {
            var server = application.serve();
            temporary
                    .folder()
                    .publish(new ServerFile(
                            server.getPort(),
                            ProcessHandle.current().pid(),
                            application.get(OperatorToken.class).value()));
            ask(server.getPort());
            OperatorLine.ask(temporary.place(), "audit", Map.of());
        }
        return 0;
    }

    private static void ask(int port) throws IOException, InterruptedException {
        var requests = List.of(
                get(port, "/health"),
                get(port, "/prometheus"),
                get(port, "/nothing"),
                form(
                        port,
                        "/gateways/africastalking/ussd",
                        "sessionId=warm-up&serviceCode=*384*77%23&phoneNumber=%2B254711000000&networkCode=63902&text="),
                form(
                        port,
                        "/gateways/twilio/sms",
                        "MessageSid=SM00000000000000000000000000000000&From=%2B14155550100&To=%2B14155550101&Body=RATE&NumMedia=0"));
        try (var client = HttpClient.newHttpClient()) {
            for (int i = 0; i < ROUNDS; i++) {
                for (var request : requests) {
                    client.send(request, BodyHandlers.discarding());
                }
            }
        }
    }

    private static HttpRequest get(int port, String path) {
        return HttpRequest.newBuilder(uri(port, path)).build();
    }

    private static HttpRequest form(int port, String path, String body) {
        return HttpRequest.newBuilder(uri(port, path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
