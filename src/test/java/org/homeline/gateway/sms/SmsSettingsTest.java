package org.homeline.gateway.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.homeline.configuration.ConfigurationFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SmsSettingsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void sendersAreReadByCountry() throws IOException {
        var settings = read("""
                most-per-hour: 10
                senders:
                  KE: HOMELINE
                  GB: "+447700900123"
                  US: MG0123456789abcdef0123456789abcdef
                """);
        assertThat(settings.mostPerHour()).isEqualTo(10);
        assertThat(settings.senders())
                .isEqualTo(Map.of("KE", "HOMELINE", "GB", "+447700900123", "US", "MG0123456789abcdef0123456789abcdef"));
    }

    @Test
    void everyMistakeIsNamedAtOnceWithItsMend() {
        assertThatThrownBy(() -> read("""
                most-per-hour: 0
                senders:
                  KENYA: HOMELINE
                  KE: "0712"
                """))
                .hasMessageContaining("sms.yaml:1: most-per-hour: write a whole number from 1 on")
                .hasMessageContaining("sms.yaml:3: senders.KENYA: name a country of ISO 3166")
                .hasMessageContaining("sms.yaml:4: senders.KE: write a number such as \"+254712345678\"");
    }

    private SmsSettings read(String yaml) throws IOException {
        Files.writeString(folder.resolve("sms.yaml"), yaml);
        return SmsSettings.read(new ConfigurationFolder(folder));
    }
}
