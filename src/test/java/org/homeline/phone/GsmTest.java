package org.homeline.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GsmTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hello      | 5
            è é ì ò ù à | 11
            ñ ä ö ü å æ ß | 13
            Ç É Ñ      | 5
            @£$¥       | 4
            €          | 2
            ç          | -1
            á          | -1
            😀          | -1
            `          | -1
            """)
    void aTextHasThisManySeptets(String text, int septets) {
        assertThat(Gsm.septets(text)).isEqualTo(septets);
    }

    @Test
    void theAlphabetIsWhole() {
        assertThat(Gsm.septets("^{}[]\\~|€\f")).isEqualTo(20);
        int basic = 0;
        int extended = 0;
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            int septets = Gsm.septets(Character.toString(c));
            basic += septets == 1 ? 1 : 0;
            extended += septets == 2 ? 1 : 0;
        }
        assertThat(basic).as("128 places, one of them the escape").isEqualTo(127);
        assertThat(extended).as("the extension table with the form feed").isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Envío          | Envio
            mañana         | mañana
            très ça        | très ca
            cœur           | coeur
            l’argent       | l'argent
            « oui »        | " oui "
            1–2 — 3…       | 1-2 - 3...
            ¿Qué, José?    | ¿Qué, José?
            Łódź           | Łodz
            مرحبا          | مرحبا
            """)
    void theRestIsFoldedWhereItCanBe(String text, String folded) {
        assertThat(Gsm.fold(text)).isEqualTo(folded);
    }

    @Test
    void lengthsOfPartsAreThoseOfTheStandard() {
        assertThat(lengths("a".repeat(160))).containsExactly(160);
        assertThat(lengths("a".repeat(161))).containsExactly(153, 8);
        assertThat(lengths("a".repeat(306))).containsExactly(153, 153);
        assertThat(lengths("a".repeat(307))).containsExactly(153, 153, 1);
        assertThat(lengths("€".repeat(80))).containsExactly(80);
        assertThat(lengths("я".repeat(70))).containsExactly(70);
        assertThat(lengths("я".repeat(71))).containsExactly(67, 4);
        assertThat(lengths("")).containsExactly(0);
    }

    @Test
    void anEscapePairIsNeverSplit() {
        var parts = Gsm.parts("a".repeat(152) + "€" + "b".repeat(20));
        assertThat(parts).first().isEqualTo("a".repeat(152));
        assertThat(parts).last().asString().startsWith("€");
        for (int before = 140; before < 170; before++) {
            var text = "a".repeat(before) + "€{}".repeat(60);
            assertThat(String.join("", Gsm.parts(text))).isEqualTo(text);
            assertThat(Gsm.parts(text))
                    .allSatisfy(part -> assertThat(Gsm.septets(part)).isBetween(1, 153));
        }
    }

    @Test
    void aSurrogatePairIsNeverSplit() {
        for (int before = 60; before < 75; before++) {
            var text = "я".repeat(before) + "😀".repeat(40);
            assertThat(String.join("", Gsm.parts(text))).isEqualTo(text);
            assertThat(Gsm.parts(text)).allSatisfy(part -> {
                assertThat(part.length()).isBetween(1, 67);
                assertThat(Character.isLowSurrogate(part.charAt(0))).isFalse();
                assertThat(Character.isHighSurrogate(part.charAt(part.length() - 1)))
                        .isFalse();
            });
        }
    }

    private static List<Integer> lengths(String text) {
        return Gsm.parts(text).stream().map(String::length).toList();
    }
}
