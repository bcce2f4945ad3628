package org.homeline.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.homeline.database.Tidying;
import org.homeline.database.Transactions;
import org.homeline.testing.TestServer;
import org.homeline.time.StoryClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AddressVelocityTest {
    private static final CallerAddress ONE = new CallerAddress("198.51.100.7");
    private static final CallerAddress OTHER = new CallerAddress("198.51.100.8");

    private final StoryClock clock = StoryClock.standingAt(Instant.parse("2026-03-02T14:10:00Z"));

    @Test
    void exactlyAtTheLimitPassesAndOneMoreIsPutOffForTheRestOfTheHour() {
        try (var server = TestServer.onH2(Map.of())) {
            var velocity = velocity(server);
            for (int i = 0; i < 3; i++) {
                assertThat(velocity.failed("web", ONE)).isFalse();
            }
            assertThat(velocity.failed("web", ONE)).isTrue();
            assertThat(velocity.failed("web", OTHER)).isFalse();
            assertThat(velocity.retryAfter()).isEqualTo(Duration.ofMinutes(50));
            clock.advance(Duration.ofMinutes(50));
            assertThat(velocity.failed("web", ONE)).isFalse();
        }
    }

    @Test
    void whatWasCountedOutlivesARestartAndCountsOnEveryNode() {
        try (var server = TestServer.onH2(Map.of())) {
            var before = velocity(server);
            before.failed("ussd", ONE);
            before.failed("ussd", ONE);
            var after = velocity(server);
            assertThat(after.failed("sms", ONE)).isFalse();
            assertThat(velocity(server).failed("sms", ONE)).isTrue();
            assertThat(before.failed("ussd", ONE)).isTrue();
        }
    }

    @Test
    void whatIsLongPastIsForgotten() {
        try (var server = TestServer.onH2(Map.of())) {
            var velocity = velocity(server);
            velocity.failed("ussd", ONE);
            velocity.run();
            assertThat(rows(server)).isOne();
            clock.advance(Duration.ofDays(2));
            velocity.run();
            assertThat(rows(server)).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            198.51.100.7     |                            | 198.51.100.7
            198.51.100.7     | 203.0.113.9                | 198.51.100.7
            127.0.0.1        | 203.0.113.9                | 203.0.113.9
            127.0.0.1        | 192.0.2.1, 203.0.113.9     | 203.0.113.9
            10.0.0.3         | 203.0.113.9                | 203.0.113.9
            192.168.1.9      | 203.0.113.9                | 192.168.1.9
            fd00::7          | 203.0.113.9                | 203.0.113.9
            127.0.0.1        | unknown                    | 127.0.0.1
            127.0.0.1        | ''                         | 127.0.0.1
            127.0.0.1        | ::ffff:203.0.113.9         | 203.0.113.9
            2001:db8:1:2:3:4:5:6 |                        | 2001:db8:1:2:0:0:0:0/64
            2001:db8:1:2:9:9:9:9 |                        | 2001:db8:1:2:0:0:0:0/64
            """)
    void aCallerIsItsNetworkAndBehindOurProxyWhatThatSaysLast(
            String remote, @Nullable String forwardedFor, String network) {
        var lines = forwardedFor == null ? List.<String>of() : List.of("192.0.2.77", forwardedFor);
        var callers = new Callers("10.0.0.0/24, fd00::/8");
        assertThat(callers.network(InetAddress.ofLiteral(remote), lines).text()).isEqualTo(network);
    }

    /** As a node has it after a start. */
    private AddressVelocity velocity(TestServer server) {
        return new AddressVelocity(
                server.get(Transactions.class),
                server.get(Tidying.class),
                clock,
                new VelocitySettings(1, 1, 3, 1),
                new SimpleMeterRegistry());
    }

    private static long rows(TestServer server) {
        return server.get(Transactions.class).read(connection -> {
            try (var rows = connection.createStatement().executeQuery("select count(*) from failed_calls")) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }
}
