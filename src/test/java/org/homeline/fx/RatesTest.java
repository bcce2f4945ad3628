package org.homeline.fx;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.time.StoryClock;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a file of rates that is written anew while a server runs. */
final class RatesTest {
    private static final Instant START = Instant.parse("2026-03-02T14:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    private final StoryClock clock = StoryClock.standingAt(START.plus(Duration.ofHours(4)));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private int written;

    @BeforeEach
    void settings() throws IOException {
        Files.writeString(folder.resolve("rates.yaml"), """
                sources:
                  - { file: own.yaml, format: homeline, max-age: 26h, most-jump-percent: 10 }
                """);
    }

    @Test
    void aRateThatJumpsIsHeldBackUntilItIsConfirmedOrMended() throws IOException {
        write(START.toString(), "USD/KES: 100");
        var rates = rates();
        write("2026-03-02T15:00:00Z", "USD/KES: 110");
        assertThat(found(rates)).as("exactly at the bound").isEqualByComparingTo("110");
        write("2026-03-02T16:00:00Z", "USD/KES: 121.01");
        assertThat(found(rates)).isEqualByComparingTo("110");
        assertThat(held()).isEqualTo(1);
        assertThat(rates.states().get("own.yaml")).contains("held back");
        write("2026-03-02T16:00:00Z", "USD/KES: 121.01", "accept-jump: 2026-03-02T15:00:00Z");
        assertThat(found(rates)).as("another time's confirmation").isEqualByComparingTo("110");
        write("2026-03-02T16:00:00Z", "USD/KES: 121.01", "accept-jump: 2026-03-02T16:00:00Z");
        assertThat(found(rates)).isEqualByComparingTo("121.01");
        assertThat(held()).isZero();
        write("2026-03-02T17:00:00Z", "USD/KES: 12.101", "accept-jump: 2026-03-02T16:00:00Z");
        assertThat(found(rates)).isEqualByComparingTo("121.01");
        assertThat(found(rates())).as("after a restart").isEqualByComparingTo("12.101");
    }

    @Test
    void aPairTurnedRoundIsAJumpToo() throws IOException {
        write(START.toString(), "USD/KES: 100");
        var rates = rates();
        write("2026-03-02T15:00:00Z", "KES/USD: 100");
        assertThat(found(rates)).isEqualByComparingTo("100");
        write("2026-03-02T15:00:00Z", "KES/USD: 0.0099");
        assertThat(found(rates)).isBetween(new BigDecimal("101.01"), new BigDecimal("101.02"));
    }

    @Test
    void whatIsHeldBackLeavesTheEarlierRatesToAgeUntilTheyStop() throws IOException {
        write(START.toString(), "USD/KES: 100");
        var rates = rates();
        write("2026-03-02T15:00:00Z", "USD/KES: 1");
        clock.advance(Duration.ofHours(21));
        assertThat(found(rates)).isEqualByComparingTo("100");
        clock.advance(Duration.ofHours(2));
        assertThat(rates.find(CurrencyUnit.USD, CurrencyUnit.of("KES"))).isInstanceOf(Rates.Found.Stale.class);
    }

    @Test
    void examplesGiveWayToRatesAndNeverTakeTheirPlace() throws IOException {
        write("example", "USD/KES: 1");
        var rates = rates();
        assertThat(rates.examples())
                .singleElement()
                .hasToString(
                        "own.yaml:2: at: holds example rates, for trying"
                                + " Homeline alone: put your rates, and here the time that they are of, such as 2026-03-02T18:00:00Z");
        write(START.toString(), "USD/KES: 100");
        assertThat(found(rates)).isEqualByComparingTo("100");
        assertThat(rates.examples()).isEmpty();
        write("example", "USD/KES: 101");
        assertThat(found(rates)).isEqualByComparingTo("100");
        assertThat(held()).isEqualTo(1);
    }

    private Rates rates() {
        return new Rates(new ConfigurationFolder(folder), clock, meters);
    }

    private BigDecimal found(Rates rates) {
        clock.advance(Duration.ofSeconds(5));
        var found = rates.find(CurrencyUnit.USD, CurrencyUnit.of("KES"));
        assertThat(found).isInstanceOf(Rates.Found.Current.class);
        return ((Rates.Found.Current) found).rate().value();
    }

    private double held() {
        return meters.get("homeline.rates.held").gauge().value();
    }

    private void write(String at, String rate, String... more) throws IOException {
        var file = folder.resolve("own.yaml");
        Files.writeString(
                file, "source: us\nat: " + at + "\nrates:\n  " + rate + "\n" + String.join("\n", more) + "\n");
        Files.setLastModifiedTime(file, FileTime.from(START.plusSeconds(written++)));
    }
}
