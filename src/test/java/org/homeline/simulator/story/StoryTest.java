package org.homeline.simulator.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A story is read as it is written, and compared with blanks where something is different each time. */
final class StoryTest {
    private static final String TEXT = """
            story Ask for the balance
            # A remark.
            after cash-in

            person Grace +16175550123
            Grace dials *384*77#
                | Homeline
                |
                | 1 Balance
            Grace types 1
                | You have KES 100.
                (end)
            Grace texts PAY {code} 8264
            Grace gets
                | Sent. Ref {reference}
            clock +31m
            """;

    @Test
    void aStoryIsWrittenAsItWasRead() {
        var story = Story.parse("balance", TEXT);
        assertThat(story.text()).isEqualTo(TEXT);
        assertThat(story.title()).isEqualTo("Ask for the balance");
        assertThat(story.people()).containsExactly("Grace");
        assertThat(story.before()).containsExactly("cash-in");
    }

    @Test
    void whatCanNotBeReadIsNamedByFileAndLine() {
        assertThatThrownBy(() -> Story.parse("wrong", "story A\nGrace sings\n"))
                .hasMessageContaining("wrong.story:2: Grace sings");
        assertThatThrownBy(() -> Story.parse("wrong", "clock 31m\n")).hasMessageContaining("wrong.story:1");
        assertThatThrownBy(() -> Story.parse("wrong", "Grace dials 1\n    nothing\n"))
                .hasMessageContaining("wrong.story:2");
    }

    @Test
    void aBlankIsFilledOnceAndStaysWhatItIs() {
        var blanks = new Blanks();
        assertThat(blanks.match(List.of("PAY {code}."), List.of("PAY 482913."))).isTrue();
        assertThat(blanks.fill("PAY {code} {code+1}")).isEqualTo("PAY 482913 482914");
        assertThat(blanks.match(List.of("{code}"), List.of("482914"))).isFalse();
        assertThat(blanks.match(List.of("{code}"), List.of("482913"))).isTrue();
        assertThat(blanks.match(List.of("{code2}"), List.of("not a code"))).isFalse();
        assertThatThrownBy(() -> blanks.fill("{reference}")).hasMessageContaining("{reference}");
    }

    @Test
    void whatDoesNotMatchFillsNothing() {
        var blanks = new Blanks();
        assertThat(blanks.match(List.of("{code}", "one"), List.of("482913", "other")))
                .isFalse();
        assertThatThrownBy(() -> blanks.fill("{code}")).hasMessageContaining("{code}");
    }

    @Test
    void whatAnotherStoryFilledInGoesByItsName() {
        var blanks = new Blanks();
        assertThat(blanks.match(List.of("{code}"), List.of("482913"))).isTrue();
        blanks.leave("cash-out");
        assertThat(blanks.match(List.of("{code}"), List.of("111222"))).isTrue();
        assertThat(blanks.fill("{cash-out.code} {code}")).isEqualTo("482913 111222");
    }

    @Test
    void codesAndReferencesAreHiddenAndAmountsAndNumbersAreNot() {
        var blanks = new Blanks();
        assertThat(blanks.hide("PAY 482913 for KES 250,000 or 250000.50, +254712345678, ref K7QP3MXW"))
                .isEqualTo("PAY {code} for KES 250,000 or 250000.50, +254712345678, ref {reference}");
        assertThat(blanks.hide("again 482913, another 100200")).isEqualTo("again {code}, another {code2}");
    }

    @Test
    void aDifferenceShowsWhatWasExpectedAndWhatCame() {
        assertThat(Difference.of(
                        "a.story:7", "Grace types 1", List.of("one", "two", "four"), List.of("one", "three", "four")))
                .isEqualTo("a.story:7: Grace types 1\n  one\n- two\n+ three\n  four");
    }
}
