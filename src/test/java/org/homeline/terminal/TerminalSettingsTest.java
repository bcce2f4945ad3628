package org.homeline.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.homeline.configuration.ConfigurationException;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.iso8583.Dialects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code terminals.yaml} with one thing wrong at a time. */
final class TerminalSettingsTest {
    private static final Path SHIPPED = Path.of("gateway-config", "iso8583", "terminals.yaml");

    @TempDir
    private Path folder;

    @Test
    void whatIsShippedIsOffAndSafe() {
        var settings = TerminalSettings.read(new ConfigurationFolder(Path.of("gateway-config")), dialects());
        assertThat(settings.listen()).isEmpty();
        assertThat(settings.code(Response.APPROVED)).isEqualTo("00");
        assertThat(settings.code(Response.TERMINAL_REFUSED)).isEqualTo("58");
    }

    @Test
    void theEnvironmentComesBeforeTheFile() {
        var settings = TerminalSettings.read(new ConfigurationFolder(Path.of("gateway-config")), dialects());
        assertThat(settings.listening("").listen()).isEmpty();
        assertThat(settings.listening("127.0.0.1:0").listen()).isPresent();
        assertThat(settings.listening("[::1]:9583").listen().orElseThrow().port())
                .isEqualTo(9583);
        assertThat(settings.listening("127.0.0.1:0").listening("off").listen()).isEmpty();
        assertThatThrownBy(() -> settings.listening("9583"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("HOMELINE_TERMINAL_LISTEN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "listen: off|listen: 9583|listen: write off, or an address and a port",
                "listen: off|listen: 127.0.0.1:70000|listen: write off, or an address and a port",
                "dialect: terminal|dialect: swahili|dialect: is no dialect",
                "mac: aes-cmac|mac: ansi-x9-19|pin-block: does not go with ansi-x9-19",
                "mac: aes-cmac|mac: md5|mac: write one of",
                "pin-block: format-4|pin-block: format-9|pin-block: write one of",
                "idle: 5m|idle: never|idle: write a length of time",
                "most-connections: 500|most-connections: 0|most-connections: write a whole number from 1 on",
                "most-connections: 500|most-connections: 500000|most-connections: write at most",
                "length: binary-2|length: words|framing.length: write one of",
                "too-late: \"68\"|too-late: \"61\"|codes.too-late: '61' is over-limit already",
                "too-late: \"68\"|too-late: \"6\"|codes.too-late: write two digits or capitals",
                "too-late: \"68\"|late: \"68\"|codes.late: is not known here",
                "tls: off|tsl: off|tsl: is not known here"
            })
    void mistakesAreNamedWithTheirPlace(String shipped, String slip, String said) throws IOException {
        var problem = org.assertj.core.api.Assertions.catchThrowableOfType(
                ConfigurationException.class, () -> read(shipped, slip));
        assertThat(problem).hasMessageContaining("iso8583/terminals.yaml:").hasMessageContaining(said);
    }

    private TerminalSettings read(String shipped, String slip) throws IOException {
        var text = Files.readString(SHIPPED);
        assertThat(text).contains(shipped);
        Files.createDirectories(folder.resolve("iso8583"));
        Files.writeString(
                folder.resolve("iso8583/terminals.yaml"),
                text.replace("\n" + shipped, "\n" + slip)
                        .replace(" " + shipped, " " + slip)
                        .replace("{" + shipped, "{" + slip));
        return TerminalSettings.read(new ConfigurationFolder(folder), dialects());
    }

    private static Dialects dialects() {
        return Dialects.read(new ConfigurationFolder(Path.of("gateway-config")));
    }
}
