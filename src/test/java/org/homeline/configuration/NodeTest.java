package org.homeline.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.homeline.money.Money;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slips of the hand in a file: each is named with its place and its mend. */
final class NodeTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aDecimalCommaIsPointedOut() {
        Consumer<Node> amount = node -> node.get("fixed").amount(CurrencyUnit.USD, Money::ofMajor);
        refused(
                "fixed: 1,99",
                amount,
                "file.yaml:1: fixed: write an amount in USD that is not negative instead of '1,99': the decimals follow a"
                        + " point, 1.99");
        refused(
                "{ up-to: 50, fixed: 1,99 }",
                node -> node.only("up-to", "fixed"),
                "file.yaml:1: 99: looks like what follows a decimal comma: write a point, such as 1.99");
    }

    @Test
    void aPercentageHasBounds() {
        assertThat(read("of: 10").get("of").percentAsBasisPoints(10)).isEqualTo(1000);
        assertThat(read("of: 0").get("of").percentAsBasisPoints(10)).isZero();
        for (var wrong : new String[] {"10.01", "-0.01", "1.005", "1e9", "three"}) {
            refused(
                    "of: " + wrong,
                    node -> node.get("of").percentAsBasisPoints(10),
                    "file.yaml:1: of: write a percentage from 0 to 10 with at most two decimals, such as 1.5 instead of '"
                            + wrong + "'");
        }
    }

    @Test
    void aLengthOfTimeIsSomeAndNotForEver() {
        assertThat(read("for: 1s").get("for").duration()).isEqualTo(Duration.ofSeconds(1));
        assertThat(read("for: 3650d").get("for").duration()).isEqualTo(Duration.ofDays(3650));
        for (var wrong : new String[] {"0s", "0d", "3651d", "999999999d"}) {
            refused(
                    "for: " + wrong,
                    node -> node.get("for").duration(),
                    "file.yaml:1: for: write a length of time above 0s and up to 3650d instead of '" + wrong + "'");
        }
    }

    @Test
    void aNumberHasALeast() {
        assertThat(read("most: 1").get("most").number(1)).isEqualTo(1);
        refused(
                "most: 0",
                node -> node.get("most").number(1),
                "file.yaml:1: most: write a whole number from 1 on instead of '0'");
    }

    private Node read(String yaml) {
        try {
            Files.writeString(folder.resolve("file.yaml"), yaml);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new ConfigurationFolder(folder).read("file.yaml");
    }

    private void refused(String yaml, Consumer<Node> reading, String problem) {
        var node = read(yaml);
        assertThatThrownBy(() -> reading.accept(node))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(problem);
    }
}
