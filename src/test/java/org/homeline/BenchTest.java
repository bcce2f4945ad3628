package org.homeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the benchmarks do, with a few people and short rounds; how fast that is, is no test's business. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class BenchTest {
    @Test
    void theUssdBenchmarkPrintsARatioAndEveryAnswerIsRight() {
        var run = bench("ussd", "--callers", "2", "--people", "4");
        assertThat(run.out())
                .containsPattern("(?m)^ratio [0-9.]+: .* the aim of 0.4$")
                .contains("USSD that moves no money", "the step that pays", "beside: bare form POST")
                .doesNotContain("WRONG", "not clean");
        assertThat(run.status()).as(run.out() + run.err()).isZero();
    }

    @Test
    void theSmsBenchmarkHearsEveryAnswer() {
        var run = bench("sms", "--callers", "2", "--people", "4");
        assertThat(run.out())
                .contains("SMS that asks", "SMS for a quote", "median ratio")
                .doesNotContain("WRONG", "not clean", "should have come");
        assertThat(run.status()).as(run.out() + run.err()).isZero();
    }

    @Test
    void theStartBenchmarkTellsTimeAndMemoryBesideABareStart() {
        var run = Run.of("bench", "start", "--rounds", "1", "--people", "4", "--config", "gateway-config");
        assertThat(run.out())
                .containsPattern("(?m)^Homeline +[0-9]+ ms +-?[0-9]+ +-?[0-9]+$")
                .containsPattern("(?m)^ratio [0-9.]+ of the bare JVM's start");
        assertThat(run.status()).as(run.out() + run.err()).isZero();
    }

    @Test
    void whatItCantDoIsSaid() {
        assertThat(bench("moon").status()).isEqualTo(2);
        assertThat(Run.of("bench", "ussd", "--rounds", "0").err()).contains("--rounds is from 1 to 100");
    }

    private static Run bench(String name, String... more) {
        var arguments = new java.util.ArrayList<>(java.util.List.of("bench", name));
        arguments.addAll(java.util.List.of("--rounds", "1", "--millis", "50", "--config", "gateway-config"));
        arguments.addAll(java.util.List.of(more));
        return Run.of(arguments.toArray(String[]::new));
    }
}
