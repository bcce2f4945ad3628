package org.homeline.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeyComponentsTest {
    private static final String ONE = "6f1d2b7ac95e4083b1a6d20f98e37c54";
    private static final String OTHER = "93c40e58f2a71bd67d3b8ac1045fe629";

    @Test
    void componentsAreCombinedByExclusiveOr() {
        var components = components(ONE, OTHER);
        assertThat(HexFormat.of().formatHex(components.combined())).isEqualTo("fcd925223bf95b55cc9d58ce9cbc9a7d");
        assertThat(components.count()).isEqualTo(2);
    }

    @Test
    void blanksAndCapitalsAreWritingOnly() {
        var written = components("", " 6F1D 2B7A C95E 4083 B1A6 D20F 98E3 7C54\t", "  ");
        assertThat(written.objection(KeyAlgorithm.AES)).isEmpty();
        assertThat(HexFormat.of().formatHex(written.combined())).isEqualTo(ONE);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            AES,  ,                                                                  empty
            AES,  6f1d2b7ac95e4083b1a6d20f98e37c5,                                   same length
            AES,  6f1d2b7ac95e4083,                                                  same length
            AES,  6f1d2b7ac95e4083b1a6d20f98e37c5x,                                  same length
            AES,  6f1d2b7ac95e4083b1a6d20f98e37c54+93c40e58f2a71bd6,                 same length
            AES,  6f1d2b7ac95e4083b1a6d20f98e37c54+6f1d2b7ac95e4083b1a6d20f98e37c54, cancel each other
            TDES, 6f1d2b7ac95e4083b1a6d20f98e37c546f1d2b7ac95e4083b1a6d20f98e37c54,  for tdes
            TDES, 6f1d2b7ac95e4083 6f1d2b7ac95e4083,                                 single DES
            TDES, 6f1d2b7ac95e4083 6e1c2a7bc85f4182,                                 single DES
            """)
    void whatMakesNoKeyIsSaidWithoutItsDigits(KeyAlgorithm algorithm, String lines, String why) {
        var components = new KeyComponents(lines == null ? List.of() : Arrays.asList(lines.split("\\+")));
        assertThat(components.objection(algorithm))
                .hasValueSatisfying(said -> assertThat(said).contains(why).doesNotContain("6f1d", "93c4"));
    }

    @Test
    void whatIsWrittenOfThemIsAMaskThatTellsOneKeyFromAnother() {
        assertThat(components(ONE, OTHER)).hasToString("****");
        assertThat(components(ONE).masked())
                .matches("\\*{4} [0-9A-F]{6}")
                .isNotEqualTo(components(OTHER).masked());
        assertThat(components("what is no key").masked()).isEqualTo("****");
    }

    private static KeyComponents components(String... lines) {
        return new KeyComponents(List.of(lines));
    }
}
