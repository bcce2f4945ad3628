package org.homeline.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CanonicalTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            octet   | 1                                    | 01
            octet   | 255                                  | ff
            count   | 258                                  | 00000102
            number  | 1                                    | 0000000000000001
            number  | -2                                   | fffffffffffffffe
            number  | 9223372036854775807                  | 7fffffffffffffff
            text    | ''                                   | 00000000
            text    | a                                    | 00000001 61
            text    | é€                                   | 00000005 c3a9 e282ac
            text    | 😀                                    | 00000004 f09f9880
            instant | 1970-01-01T00:00:00Z                 | 0000000000000000
            instant | 1970-01-01T00:00:01.000002Z          | 00000000000f4242
            instant | 1969-12-31T23:59:59Z                 | fffffffffff0bdc0
            id      | 00112233-4455-6677-8899-aabbccddeeff | 00112233445566778899aabbccddeeff
            """)
    void aValueIsTheseBytes(String kind, String value, String bytes) {
        var canonical = new Canonical();
        switch (kind) {
            case "octet" -> canonical.octet(Integer.parseInt(value));
            case "count" -> canonical.count(Integer.parseInt(value));
            case "number" -> canonical.number(Long.parseLong(value));
            case "text" -> canonical.text(value);
            case "instant" -> canonical.instant(Instant.parse(value));
            default -> canonical.id(UUID.fromString(value));
        }
        assertThat(HexFormat.of().formatHex(canonical.bytes())).isEqualTo(bytes.replace(" ", ""));
    }
}
