package org.homeline.settlement.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is behind an operator's name. */
final class PersonTest {
    @ParameterizedTest
    @CsvSource({
        "ann, ann",
        "root (ann), ann",
        "homeline (ann) , ann",
        "root, root",
        "ann (), ann ()",
        "(ann), ann",
        "root (ann) x, root (ann) x"
    })
    void itIsWhoStandsInBrackets(String operator, String person) {
        assertThat(Person.behind(operator)).isEqualTo(new Person(person));
    }
}
