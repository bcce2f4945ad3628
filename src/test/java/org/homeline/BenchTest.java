package org.homeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What no benchmark is asked; what each of them prints is held in {@link ReadmeIT}, which runs them all. */
final class BenchTest {
    @Test
    void whatItCantDoIsSaid() {
        assertThat(Run.of("bench", "moon").status()).isEqualTo(2);
        assertThat(Run.of("bench", "ussd", "--rounds", "0").err()).contains("--rounds is from 1 to 100");
    }
}
