package org.homeline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.homeline.testing.TestServer;
import org.junit.jupiter.api.Test;

/** Who may ask for the metrics. */
final class MetricsFilterTest {
    @Test
    void thisMachineMayAskForMetricsAndNobodyBehindAProxy() throws Exception {
        try (var server = TestServer.onH2(Map.of("micronaut.server.port", -1));
                var http = HttpClient.newHttpClient()) {
            var metrics = metrics(server);
            var here = http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString());
            assertThat(here.statusCode()).isEqualTo(200);
            assertThat(here.body()).contains("# HELP ");
            refused(from(http, metrics, "X-Forwarded-For", "203.0.113.9"));
            refused(from(http, metrics, "X-Forwarded-For", "127.0.0.1, 203.0.113.9"));
            refused(from(http, metrics, "Forwarded", "for=203.0.113.9"));
            refused(from(http, URI.create(metrics + "/"), "X-Forwarded-For", "203.0.113.9"));
            refused(from(http, metrics, "X-Forwarded-For", "127.0.0.1"));
            refused(from(http, metrics, "X-Forwarded-For", "203.0.113.9:41234"));
            refused(from(http, metrics, "X-Forwarded-For", "unknown"));
        }
    }

    @Test
    void theOperatorsMachinesMayAskWhereTheyAreNamed() throws Exception {
        var properties = Map.<String, Object>of(
                "micronaut.server.port", -1, "homeline.metrics-allow", "203.0.113.0/24, 2001:db8::/32");
        try (var server = TestServer.onH2(properties);
                var http = HttpClient.newHttpClient()) {
            var metrics = metrics(server);
            assertThat(from(http, metrics, "X-Forwarded-For", "203.0.113.9").statusCode())
                    .isEqualTo(200);
            assertThat(from(http, metrics, "X-Forwarded-For", "2001:db8:1::9").statusCode())
                    .isEqualTo(200);
            refused(from(http, metrics, "X-Forwarded-For", "198.51.100.7"));
        }
    }

    private static URI metrics(TestServer server) {
        return server.get(EmbeddedServer.class).start().getURI().resolve("/prometheus");
    }

    private static HttpResponse<String> from(HttpClient http, URI metrics, String header, String value)
            throws Exception {
        return http.send(HttpRequest.newBuilder(metrics).header(header, value).build(), BodyHandlers.ofString());
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEmpty();
    }
}
