package org.homeline.fx;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.configuration.Node;
import org.homeline.configuration.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Which files have rates, in the order of preference, from {@code rates.yaml}.
 *
 * @param file below the configuration folder
 * @param maxAge older rates are promised to nobody
 * @param mostJumpPercent how far a rate may move from one reading of the file to the next
 */
record RateSettings(String file, Format format, Duration maxAge, int mostJumpPercent) {
    static final String FILE = "rates.yaml";
    private static final String EXAMPLE = "example";

    /** How a file of rates is written. */
    enum Format {
        /** Our own: YAML with {@code source}, {@code at} and {@code rates} as {@code FROM/TO: value}. */
        HOMELINE,
        /** The European Central Bank's daily XML. */
        ECB
    }

    static List<RateSettings> read(ConfigurationFolder folder) {
        return folder.read(FILE).only("sources").get("sources").items().stream()
                .map(node -> node.only("file", "format", "max-age", "most-jump-percent"))
                .map(node -> new RateSettings(
                        node.get("file").text(),
                        node.get("format").oneOf(Format.class),
                        node.get("max-age").duration(),
                        Math.toIntExact(node.get("most-jump-percent").number(1))))
                .toList();
    }

    /** Reads our own format. */
    static RateSheet readSheet(Node file) {
        file.only("source", "at", "accept-jump", "rates");
        var sheet = new RateSheet.Builder();
        var problems = new Problems();
        problems.each(file.get("rates").fields().entrySet(), entry -> {
            var pair = entry.getKey().split("/", -1);
            if (pair.length != 2) {
                throw entry.getValue().wrong("name a rate FROM/TO, such as USD/KES");
            }
            sheet.put(
                    entry.getValue().currency(pair[0]),
                    entry.getValue().currency(pair[1]),
                    entry.getValue().read("a rate above zero, such as 129.25", RateSettings::positive));
        });
        problems.raise();
        return sheet.build(
                file.get("source").text(),
                at(file.get("at")),
                file.find("accept-jump").map(RateSettings::time).orElse(null));
    }

    private static @Nullable Instant at(Node node) {
        return node.text().equals(EXAMPLE)
                ? null
                : node.read("a time such as 2026-01-31T14:00:00Z, or example", Instant::parse);
    }

    private static Instant time(Node node) {
        return node.read("the time that stands at 'at', such as 2026-01-31T14:00:00Z", Instant::parse);
    }

    private static BigDecimal positive(String text) {
        var value = new BigDecimal(text);
        if (value.signum() <= 0) {
            throw new IllegalArgumentException();
        }
        return value;
    }
}
