package org.homeline.simulator.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FieldsTest {
    @ParameterizedTest
    @CsvSource({
        "2026-12-31, 0101, 2027-01-01",
        "2027-01-01, 1231, 2026-12-31",
        "2026-03-02, 0302, 2026-03-02",
        "2027-06-01, 0229, 2028-02-29",
        "2026-03-02, 1332,",
        "2026-03-02, 302,",
        "2026-03-02, '',"
    })
    void aDayWithoutAYearIsTheNearest(LocalDate today, String written, LocalDate meant) {
        var clock = Clock.fixed(Instant.parse(today + "T12:00:00Z"), ZoneOffset.UTC);
        assertThat(new Fields(clock).day(written).orElse(null)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"404, KES", "840, USD", "484, MXN", "000,", "KES,"})
    void aCurrencyHasANumber(String number, String code) {
        assertThat(Fields.currency(number).map(Object::toString).orElse(null)).isEqualTo(code);
    }
}
