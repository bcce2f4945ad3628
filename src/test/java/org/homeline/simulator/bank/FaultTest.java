package org.homeline.simulator.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FaultTest {
    @ParameterizedTest
    @CsvSource({
        "drop-answer 0200, drop-answer 0200",
        "DROP-REQUEST, drop-request",
        "decline:51 0200 x3, decline:51 0200 x3",
        "delay:5s 042x, delay:5000ms 042x",
        "delay:20ms x2, delay:20ms x2",
        "lost-sign-on, lost-sign-on"
    })
    void aFaultIsReadAndWritten(String typed, String written) {
        assertThat(Fault.parse(typed)).hasToString(written);
        assertThat(Fault.parse(written)).isEqualTo(Fault.parse(typed));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sing           | no fault is called sing: there are drop-request, drop-answer, delay, duplicate, reorder
            decline 0200   | write which code declines, as decline:51
            delay          | write how long the delay is, as delay:5s
            delay:long     | write how long the delay is, as delay:5s
            garbage:7      | garbage takes nothing behind a colon
            reset 020      | write a message type as 0200, or how often as x3, not 020
            reset 0200 x0  | a fault happens at least once
            """)
    void whatIsNoFaultIsSaidWithItsMending(String typed, String said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.parse(typed))
                .withMessageStartingWith(said);
    }

    @Test
    void eachComesAsOftenAsItWasAskedForInOrder() {
        var faults = new Faults();
        faults.add(List.of(
                Fault.decline("51", "0200").times(2),
                Fault.of(Fault.Kind.RESET, "042x"),
                Fault.delay(Duration.ofSeconds(1), "0200")));
        assertThat(faults.next("0800")).isEmpty();
        assertThat(faults.next("0421")).map(Fault::kind).contains(Fault.Kind.RESET);
        assertThat(faults.next("0420")).isEmpty();
        assertThat(faults.next("0200")).map(Fault::code).contains("51");
        assertThat(faults.next("0200")).map(Fault::code).contains("51");
        assertThat(faults.next("0200")).map(Fault::kind).contains(Fault.Kind.DELAY);
        assertThat(faults.waiting()).isEmpty();
    }
}
