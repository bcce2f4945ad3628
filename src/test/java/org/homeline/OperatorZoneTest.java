package org.homeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OperatorZoneTest {
    private static final Instant AT = Instant.parse("2026-03-02T22:00:16Z");
    private static final Path NOWHERE = Path.of("/nowhere");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theEnvironmentSaysWhereTheOperatorIs() {
        assertThat(said("Africa/Nairobi")).isEqualTo("3 Mar 2026 01:00 EAT");
        assertThat(said(":America/New_York")).isEqualTo("2 Mar 2026 17:00 EST");
        assertThat(said("UTC")).isEqualTo("2 Mar 2026 22:00 UTC");
        assertThat(said("Nowhere/Else")).isEqualTo("2 Mar 2026 22:00 UTC");
    }

    @Test
    void elseTheSystemDoes() throws Exception {
        var file = folder.resolve("zoneinfo/Africa/Accra");
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        var link = Files.createSymbolicLink(folder.resolve("localtime"), file);
        assertThat(OperatorZone.of(Map.of(), link).say(AT)).isEqualTo("2 Mar 2026 22:00 GMT");
        assertThat(OperatorZone.of(Map.of(), NOWHERE)).isEqualTo(OperatorZone.UTC);
        assertThat(OperatorZone.UTC.say(AT)).isEqualTo("2 Mar 2026 22:00 UTC");
    }

    private static String said(String zone) {
        return OperatorZone.of(Map.of("TZ", zone), NOWHERE).say(AT);
    }
}
