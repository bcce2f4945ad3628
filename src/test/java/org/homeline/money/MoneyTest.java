package org.homeline.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MoneyTest {
    private static final long SEED = Long.getLong("homeline.seed", 20260301);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             100 | 1 1 1   | 34 33 33
             101 | 1 1 1   | 34 34 33
            -100 | 1 1 1   | -34 -33 -33
             100 | 1 0 1   | 50 0 50
               1 | 0 0 5   | 0 0 1
               5 | 3 7     | 2 3
               0 | 1 2     | 0 0
             100 | 25 25 50 | 25 25 50
               7 | 1 1 1 1 1 1 1 1 | 1 1 1 1 1 1 1 0
            9223372036854775807 | 1 1 | 4611686018427387904 4611686018427387903
            9223372036854775807 | 9223372036854775806 1 | 9223372036854775806 1
            """)
    void anAmountSplitsByWeights(long minor, String weights, String parts) {
        assertThat(usd(minor).allocate(longs(weights)).stream().map(Money::minor))
                .containsExactlyElementsOf(longs(parts));
    }

    @Test
    void noSplitMakesOrLosesAMinorUnit() {
        var random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            long minor = random.nextInt(4) == 0 ? random.nextLong(Long.MAX_VALUE) : random.nextLong(-500, 500);
            var weights = new ArrayList<Long>(List.of(1L + random.nextInt(9)));
            for (int more = random.nextInt(6); more > 0; more--) {
                weights.add(random.nextInt(3) == 0 ? 0L : random.nextLong(1L << random.nextInt(1, 58)));
            }
            var parts = usd(minor).allocate(weights);
            assertThat(parts.stream().reduce(Money::plus))
                    .as("seed %d, try %d", SEED, i)
                    .contains(usd(minor));
            var total = BigInteger.valueOf(
                    weights.stream().mapToLong(Long::longValue).sum());
            for (int part = 0; part < parts.size(); part++) {
                // At most one unit away from the exact share, and never on the other side of nothing.
                var off = BigInteger.valueOf(parts.get(part).minor())
                        .multiply(total)
                        .subtract(BigInteger.valueOf(minor).multiply(BigInteger.valueOf(weights.get(part))));
                assertThat(off.abs()).as("seed %d, try %d", SEED, i).isLessThan(total);
                assertThat(Long.signum(parts.get(part).minor()) * Long.signum(minor))
                        .isNotNegative();
            }
        }
    }

    @Test
    void weightsMustMakeSense() {
        assertThatThrownBy(() -> usd(1).allocate(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> usd(1).allocate(List.of(0L, 0L))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> usd(1).allocate(List.of(2L, -1L))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "200_00, 100, 200",
        "1, 4999, 0",
        "1, 5000, 1",
        "-1, 5000, -1",
        "33, 150, 0",
        "34, 150, 1",
        "99999, 1, 10",
        "0, 500, 0",
        "9223372036854775807, 10000, 9223372036854775807"
    })
    void basisPointsRoundHalfUp(String minor, long basisPoints, long expected) {
        assertThat(usd(Long.parseLong(minor.replace("_", ""))).basisPoints(basisPoints))
                .isEqualTo(usd(expected));
    }

    @Test
    void basisPointsAreTheNearestMinorUnit() {
        var random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            long minor = random.nextLong(1L << random.nextInt(1, 62));
            long points = random.nextLong(10_001);
            var exact = BigInteger.valueOf(minor).multiply(BigInteger.valueOf(points));
            var rounded = exact.add(BigInteger.valueOf(5_000)).divide(BigInteger.valueOf(10_000));
            assertThat(usd(minor).basisPoints(points)).isEqualTo(usd(rounded.longValueExact()));
        }
    }

    @Test
    void whatDoesNotFitIsNoAmount() {
        assertThatThrownBy(() -> usd(Long.MAX_VALUE).plus(usd(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> usd(Long.MIN_VALUE).minus(usd(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> usd(Long.MAX_VALUE).basisPoints(10_001)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> usd(1).plus(Money.of(1, "KES"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Money usd(long minor) {
        return new Money(minor, CurrencyUnit.USD);
    }

    private static List<Long> longs(String words) {
        return java.util.Arrays.stream(words.split(" ")).map(Long::valueOf).toList();
    }
}
