package org.homeline.fx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.homeline.configuration.ConfigurationException;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.configuration.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of rates and what it said when it was last used. It is looked at again every few seconds. What can't be read, jumps
 * further than {@code most-jump-percent} or turns real rates into examples is not used: the earlier rates age on, until
 * somebody mends or confirms the file.
 */
final class RateSource {
    private static final Logger LOG = LoggerFactory.getLogger(RateSource.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    /** Clocks differ by so much at most; a rate from later than that never was, and is not used. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final ConfigurationFolder folder;
    private final RateSettings settings;
    private final Clock clock;
    private volatile RateSheet sheet;
    private volatile Instant looked;
    private volatile @Nullable FileTime written;
    private volatile boolean held;

    /** @throws ConfigurationException where the file can't be read */
    RateSource(ConfigurationFolder folder, RateSettings settings, Clock clock) {
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
        this.looked = clock.instant();
        this.written = lastWritten();
        this.sheet = read();
    }

    String file() {
        return settings.file();
    }

    RateSheet sheet() {
        var now = clock.instant();
        if (Duration.between(looked, now).compareTo(LOOK_AGAIN) >= 0) {
            looked = now;
            var since = lastWritten();
            if (since != null && !since.equals(written)) {
                written = since;
                readAgain();
            }
        }
        return sheet;
    }

    Duration age() {
        var at = sheet().at();
        return at == null ? Duration.ZERO : Duration.between(at, clock.instant());
    }

    boolean isStale() {
        var age = age();
        return age.compareTo(settings.maxAge()) > 0 || age.compareTo(AHEAD.negated()) < 0;
    }

    boolean isExample() {
        return sheet().at() == null;
    }

    /** Whether the file says something that is not used. */
    boolean isHeld() {
        sheet();
        return held;
    }

    private void readAgain() {
        try {
            var next = read();
            var why = doubt(next);
            held = why.isPresent();
            if (held) {
                LOG.error("{}: {}; not used, the earlier rates age on. {}", file(), why.get(), mend(next));
            } else {
                sheet = next;
            }
        } catch (ConfigurationException unreadable) {
            held = true;
            LOG.error("The rates are not read again, the earlier ones age on: {}", unreadable.getMessage());
        }
    }

    /** What speaks against taking the next rates unasked. */
    private Optional<String> doubt(RateSheet next) {
        if (sheet.at() != null && next.at() == null) {
            return Optional.of("examples would take the place of rates");
        }
        return sheet.at() == null || next.isConfirmed()
                ? Optional.empty()
                : Jump.between(sheet, next, settings.mostJumpPercent())
                        .map(jump -> jump + ", more than " + settings.mostJumpPercent() + " %");
    }

    private String mend(RateSheet next) {
        var restart = "start the server anew, which takes the file as it is";
        return settings.format() == RateSettings.Format.HOMELINE && next.at() != null
                ? "If it is right, add the line 'accept-jump: " + next.at() + "' to the file, or " + restart
                : "If it is right, " + restart;
    }

    private RateSheet read() {
        if (settings.format() == RateSettings.Format.HOMELINE) {
            return RateSettings.readSheet(folder.read(settings.file()));
        }
        try (var xml = Files.newInputStream(folder.path().resolve(settings.file()))) {
            return EcbSheet.read(xml);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new ConfigurationException(List.of(new Problem(
                    settings.file(),
                    0,
                    "",
                    Optional.ofNullable(unreadable.getMessage()).orElse("can't be read"))));
        }
    }

    private @Nullable FileTime lastWritten() {
        try {
            return Files.getLastModifiedTime(folder.path().resolve(settings.file()));
        } catch (IOException gone) {
            return null;
        }
    }
}
