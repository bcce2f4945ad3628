package org.homeline.fx;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.homeline.configuration.ConfigurationException;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.configuration.Problem;
import org.homeline.money.Rate;
import org.joda.money.CurrencyUnit;

/**
 * Mid-market rates of now. A source's file is looked at again every few seconds; one that has become unreadable, or jumps,
 * leaves the rates it gave last, which then age until they stop quotes.
 */
public final class Rates {
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
    private final List<RateSource> sources;

    /** @throws ConfigurationException where a file can't be read at start */
    public Rates(ConfigurationFolder folder, Clock clock, MeterRegistry meters) {
        this.folder = folder;
        this.clock = clock;
        this.sources = RateSettings.read(folder).stream()
                .map(settings -> new RateSource(folder, settings, clock))
                .toList();
        for (var source : sources) {
            Gauge.builder("homeline.rates.age", source, one -> one.age().toSeconds())
                    .description("Age of the newest rates of a source")
                    .baseUnit("seconds")
                    .tag("file", source.file())
                    .register(meters);
            Gauge.builder("homeline.rates.stale", source, one -> one.isStale() ? 1 : 0)
                    .description("1 where the source is too old to quote on")
                    .tag("file", source.file())
                    .register(meters);
            Gauge.builder("homeline.rates.held", source, one -> one.isHeld() ? 1 : 0)
                    .description("1 where the source's file has changed and is not used: unreadable, or a jump")
                    .tag("file", source.file())
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

    /** The pair's rate of the first source that has one, however old: for looking at what something costs. */
    public Optional<Rate> last(CurrencyUnit from, CurrencyUnit to) {
        return sources.stream()
                .flatMap(source -> source.sheet().find(from, to).stream())
                .findFirst();
    }

    /**
     * What is wrong with taking real money on the rates of now: one problem for each source that holds examples, which never
     * age.
     */
    public List<Problem> examples() {
        return sources.stream()
                .filter(RateSource::isExample)
                .map(source -> folder.read(source.file())
                        .get("at")
                        .problem(
                                "holds example rates, for trying Homeline alone: put your rates, and here the time that"
                                        + " they are of, such as "
                                        + clock.instant().truncatedTo(ChronoUnit.SECONDS)))
                .toList();
    }

    /** For the operator: how each source stands, by its file. */
    public Map<String, String> states() {
        var states = new TreeMap<String, String>();
        sources.forEach(source -> states.put(source.file(), state(source)));
        return states;
    }

    private static String state(RateSource source) {
        var state =
                source.isExample() ? "examples, for trying Homeline alone" : source.isStale() ? "too old" : "current";
        return source.isHeld() ? state + "; the file says something else, which is held back: see the log" : state;
    }
}
