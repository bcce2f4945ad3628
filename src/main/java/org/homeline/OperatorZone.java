package org.homeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The operator's own time. The program's is UTC, wherever it runs. */
record OperatorZone(ZoneId id) {
    static final OperatorZone UTC = new OperatorZone(ZoneOffset.UTC);

    private static final Path SYSTEM = Path.of("/etc/localtime");
    private static final String DATABASE = "zoneinfo";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm z", Locale.ENGLISH);

    /** What the environment says, or the system. */
    static OperatorZone here() {
        return of(System.getenv(), SYSTEM);
    }

    /** @param system a link to a file of the system's time zone database */
    static OperatorZone of(Map<String, String> environment, Path system) {
        var given = environment.getOrDefault("TZ", "");
        return (given.isEmpty() ? linked(system) : read(given.startsWith(":") ? given.substring(1) : given))
                .map(OperatorZone::new)
                .orElse(UTC);
    }

    private static Optional<ZoneId> linked(Path system) {
        try {
            var file = system.toRealPath().toString();
            int at = file.indexOf(DATABASE + "/");
            return at < 0 ? Optional.empty() : read(file.substring(at + DATABASE.length() + 1));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> read(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /** As {@code 2 Mar 2026 17:00 EAT}. */
    String say(Instant instant) {
        var zone = id.normalized().equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : id;
        return TIME.format(instant.atZone(zone));
    }
}
