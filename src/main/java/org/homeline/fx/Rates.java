package org.homeline.fx;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
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
import org.homeline.money.Rate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mid-market rates of now. A source's file is looked at again every few seconds; one that has become unreadable leaves the
 * rates it gave last, which then age until they stop quotes.
 */
public final class Rates {
    private static final Logger LOG = LoggerFactory.getLogger(Rates.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    /** Clocks differ by so much at most; a rate from later than that never was, and is not used. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /** The rate of a pair. */
    public sealed interface Found {
        /** @param source who says so, for the receipt */
        record Current(Rate rate, String source) implements Found {}

        /** All sources that have the pair are too old. */
        record Stale(Duration age) implements Found {}

        record Unknown() implements Found {}
    }

    private final ConfigurationFolder folder;
    private final Clock clock;
    private final List<Source> sources;

    /** @throws ConfigurationException where a file can't be read at start */
    public Rates(ConfigurationFolder folder, Clock clock, MeterRegistry meters) {
        this.folder = folder;
        this.clock = clock;
        this.sources = RateSettings.read(folder).stream().map(Source::new).toList();
        for (var source : sources) {
            Gauge.builder("homeline.rates.age", source, one -> one.age().toSeconds())
                    .description("Age of the newest rates of a source")
                    .baseUnit("seconds")
                    .tag("file", source.settings.file())
                    .register(meters);
            Gauge.builder("homeline.rates.stale", source, one -> one.isStale() ? 1 : 0)
                    .description("1 where the source is too old to quote on")
                    .tag("file", source.settings.file())
                    .register(meters);
        }
    }

    /** The mid-market rate of the pair from the first source that has a fresh one. */
    public Found find(CurrencyUnit from, CurrencyUnit to) {
        if (from.equals(to)) {
            return new Found.Current(Rate.same(from), "");
        }
        Found found = new Found.Unknown();
        for (var source : sources) {
            var sheet = source.sheet();
            var rate = sheet.find(from, to);
            if (rate.isPresent()) {
                if (!source.isStale()) {
                    return new Found.Current(rate.get(), sheet.source());
                }
                found = new Found.Stale(source.age());
            }
        }
        return found;
    }

    /** Whether a source holds examples that never age: fit for trying, not for money. */
    public boolean areExamples() {
        return sources.stream().anyMatch(source -> source.sheet().at() == null);
    }

    /** A file and what it said when it was last readable. */
    private final class Source {
        private final RateSettings settings;
        private volatile RateSheet sheet;
        private volatile Instant looked;
        private volatile @Nullable FileTime written;

        Source(RateSettings settings) {
            this.settings = settings;
            this.looked = clock.instant();
            this.written = lastWritten();
            this.sheet = read();
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

        private void readAgain() {
            try {
                sheet = read();
            } catch (ConfigurationException unreadable) {
                LOG.error("The rates are not read again, the earlier ones age on: {}", unreadable.getMessage());
            }
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
}
