package org.homeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.homeline.time.StoryClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A small crowd against a real server. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class CrowdTest {
    private static final String AGENT = "+254722000111";

    @Test
    void aCrowdGetsRightAnswersAndLeavesCleanBooks() {
        try (var world = DemoWorld.open(StoryClock.running(), Path.of("gateway-config"))) {
            world.operator(List.of("agent", "add", AGENT, "Duka"));
            world.operator(List.of("agent", "float", AGENT, "1000000", "for the crowd"));
            var run = crowd(world, "--people", "8", "--steps", "900", "--seed", "7");
            assertThat(run.out())
                    .contains(
                            "A crowd of 8, seed 7.", "register", "balance", "cash in", "send", "cash out", "wrong keys")
                    .contains("Every answer was right.")
                    .containsPattern("(?m)^all +900 ");
            assertThat(run.status()).as(run.out() + run.err()).isZero();
            var audit = world.operator(List.of("audit"));
            assertThat(audit.status()).as(audit.text()).isZero();
        }
    }

    @Test
    void withoutAnAgentItSaysHowToMakeOneAndOnlyLooks() {
        try (var world = DemoWorld.open(StoryClock.running(), Path.of("gateway-config"))) {
            var run = crowd(world, "--people", "3", "--steps", "100", "--seed", "7");
            assertThat(run.out()).contains("./homeline agent add " + AGENT).doesNotContainPattern("(?m)^cash in");
            assertThat(run.status()).as(run.out() + run.err()).isZero();
        }
    }

    @Test
    void wrongAnswersAreCountedByKindAndAreStatusOne() {
        try (var world = DemoWorld.open(StoryClock.running(), Path.of("gateway-config"))) {
            var run = Run.of(
                    "simulate",
                    "crowd",
                    "--people",
                    "2",
                    "--steps",
                    "50",
                    "--server",
                    world.server().toString(),
                    "--key",
                    "not-the-key");
            assertThat(run.out()).contains("WRONG: ", "(status 403) in register", "answers were wrong.");
            assertThat(run.status()).isEqualTo(1);
        }
    }

    @Test
    void whereNoServerIsItSaysSoAtOnce() throws Exception {
        int free;
        try (var taken = new ServerSocket(0)) {
            free = taken.getLocalPort();
        }
        var run = Run.of("simulate", "crowd", "--server", Integer.toString(free));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).startsWith("homeline: no server at http://127.0.0.1:" + free);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void itIsForThisMachineAloneAndBounded() {
        var far = Run.of("simulate", "crowd", "--server", "http://192.0.2.1:8080");
        assertThat(far.status()).isEqualTo(2);
        assertThat(far.err()).contains("a crowd is for a server on this machine");
        assertThat(Run.of("simulate", "crowd", "--people", "100000").err()).contains("--people is from 1 to 2000");
        assertThat(Run.of("simulate", "crowd", "--for", "2h").err()).contains("--for is from 1s to 1h");
        assertThat(Run.of("simulate", "crowd", "--for", "soon").err()).contains("write a time as 30s");
    }

    private static Run crowd(DemoWorld world, String... more) {
        var arguments = new ArrayList<>(
                List.of("simulate", "crowd", "--server", world.server().toString()));
        arguments.addAll(List.of("--key", DemoWorld.USSD_KEY));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray(String[]::new));
    }
}
