package org.homeline.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeline.terminal.Counter.CUSTOMER;
import static org.homeline.testing.People.PIN;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.homeline.simulator.terminal.Answer;
import org.homeline.simulator.terminal.Dealing;
import org.homeline.testing.Meanwhile;
import org.homeline.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A dealing and its reversal at the same moment: whichever comes first, nothing of either is left. */
final class ReversalRaceTest {
    private static final int ROUNDS = 25;

    /** The reversal commits, from beginning to end, between the original's decision and its commit. */
    @Test
    void aReversalInTheMiddleOfItsOriginalPreventsIt() throws Exception {
        var meanwhile = new Meanwhile();
        try (var counter = new Counter(meanwhile)) {
            var before = Standing.of(counter);
            var dealing = counter.terminal.cashIn(PIN, CUSTOMER, 150_000);
            meanwhile.during(
                    "agent.cashIn", () -> assertThat(reversed(counter, dealing)).isEqualTo("00"));
            assertThat(counter.terminal.ask(dealing).code()).isEqualTo("68");
            assertThat(meanwhile.happened()).isTrue();
            assertThat(Standing.of(counter)).isEqualTo(before);
        }
    }

    /** The original commits between the reversal's decision that it was not done and the commit of that. */
    @Test
    void anOriginalInTheMiddleOfItsReversalIsTakenBack() throws Exception {
        var meanwhile = new Meanwhile();
        try (var counter = new Counter(meanwhile)) {
            var before = Standing.of(counter);
            var dealing = counter.terminal.cashIn(PIN, CUSTOMER, 150_000);
            meanwhile.during(
                    "agent.forestall", () -> assertThat(asked(counter, dealing)).isEqualTo("00"));
            assertThat(counter.terminal.reverse(dealing).code()).isEqualTo("00");
            assertThat(meanwhile.happened()).isTrue();
            assertThat(Standing.of(counter)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void atTheSameMomentEitherWayTheBalanceIsRight(boolean postgres) throws Exception {
        var properties = Counter.listening(Map.of());
        try (var counter = new Counter(postgres ? TestServer.onPostgres(properties) : TestServer.onH2(properties));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var before = Standing.of(counter);
            for (int round = 0; round < ROUNDS; round++) {
                var dealing = round % 2 == 0
                        ? counter.terminal.cashIn(PIN, CUSTOMER, 150_000)
                        : counter.terminal.cashOut(PIN, CUSTOMER, counter.code("500"), 50_000);
                var together = new CyclicBarrier(2);
                var asked = threads.submit(() -> {
                    together.await(1, TimeUnit.MINUTES);
                    return counter.terminal.ask(dealing);
                });
                var reversed = threads.submit(() -> {
                    together.await(1, TimeUnit.MINUTES);
                    return counter.terminal.reverse(dealing);
                });
                assertThat(reversed.get(1, TimeUnit.MINUTES).code()).isEqualTo("00");
                assertThat(asked.get(1, TimeUnit.MINUTES).code()).isIn("00", "68");
                if (round % 2 == 1) {
                    // A code that was not paid holds its amount: another, that is paid and taken back, ends it.
                    var end = counter.terminal.cashOut(PIN, CUSTOMER, counter.code("500"), 50_000);
                    assertThat(counter.terminal.ask(end).code()).isEqualTo("00");
                    assertThat(counter.terminal.reverse(end).code()).isEqualTo("00");
                }
                assertThat(Standing.of(counter)).as("round " + round).isEqualTo(before);
            }
            assertThat(counter.broken()).isEmpty();
        }
    }

    private static String reversed(Counter counter, Dealing dealing) {
        return quietly(() -> counter.terminal.reverse(dealing));
    }

    private static String asked(Counter counter, Dealing dealing) {
        return quietly(() -> counter.terminal.ask(dealing));
    }

    private static String quietly(Callable<Answer> call) {
        try {
            return call.call().code();
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }
}
