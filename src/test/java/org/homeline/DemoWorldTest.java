package org.homeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.homeline.testing.ConfigurationCopy;
import org.homeline.testing.Eventually;
import org.homeline.time.StoryClock;
import org.junit.jupiter.api.Test;

/** The demo on a configuration that an operator has changed. */
final class DemoWorldTest {
    /** The demo's banks are its own, and have none of the operator's keys. */
    @Test
    void banksSignOnWhateverCodesTheOperatorHasAgreedOn() {
        var codes = "codes:\n  algorithm: aes-cmac\n  key: demo-us.mac\n  key-encrypting-key: demo-us.kek\n";
        var changed = ConfigurationCopy.make().with("iso8583/partners/demo-us.yaml", text -> text + codes);
        try (var world = DemoWorld.open(StoryClock.running(), changed.folder())) {
            var status = List.of("settlement", "status");
            Eventually.holds(
                    () -> world.operator("", status)
                            .text()
                            .lines()
                            .anyMatch(line -> line.matches("demo-us +signed on .*")),
                    () -> world.operator("", status).text());
            assertThat(world.operator("", status).text()).doesNotContain("demo-us.kek");
        }
    }
}
