package org.homeline.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.web.router.Router;
import java.util.List;
import java.util.Map;
import org.homeline.testing.TestServer;
import org.junit.jupiter.api.Test;

/**
 * Every way into the server over HTTP, so that none appears by itself: a simulator that became a bean, an endpoint. Each GET
 * comes with its HEAD.
 */
final class RoutesTest {
    private static final String ROUTES = """
            GET /health
            GET /health/{selector}
            GET /pin/{token}
            GET /prometheus
            POST /gateways/africastalking/ussd
            POST /gateways/twilio/sms
            POST /gateways/twilio/status
            POST /operator/{operation}
            POST /pin/{token}
            """;

    @Test
    void theServerHasTheseRoutesAndNoOther() {
        try (var server = TestServer.onH2(Map.of())) {
            assertThat(routes(server))
                    .as("a route that was added on purpose belongs into this table")
                    .containsExactlyElementsOf(ROUTES.lines().toList());
        }
    }

    @Test
    void theBenchmarksServerAloneHasTheBareOnesToo() {
        try (var server = TestServer.onH2(Map.of("homeline.bench.bare", "true"))) {
            assertThat(routes(server))
                    .filteredOn(route -> !ROUTES.lines().toList().contains(route))
                    .containsExactly("POST /bench/form", "POST /bench/text");
        }
    }

    private static List<String> routes(TestServer server) {
        return server.get(Router.class)
                .uriRoutes()
                .map(route -> route.getHttpMethodName() + " "
                        + route.getUriMatchTemplate().toPathString())
                .filter(route -> !route.startsWith("HEAD "))
                .distinct()
                .sorted()
                .toList();
    }
}
