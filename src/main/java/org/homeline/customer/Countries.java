package org.homeline.customer;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.configuration.Node;
import org.homeline.configuration.Problems;
import org.homeline.language.Language;
import org.homeline.language.Texts;
import org.joda.money.CurrencyUnit;

/** The countries where Homeline has people, from {@code countries.yaml}. */
public final class Countries {
    static final String FILE = "countries.yaml";

    /**
     * @param code ISO 3166, two letters
     * @param currency of wallets there
     * @param zone in which its people read times and count days
     * @param language that a newcomer is first spoken to in
     */
    public record Country(String code, CurrencyUnit currency, ZoneId zone, Language language) {}

    private final Map<String, Country> byCode;

    private Countries(Map<String, Country> byCode) {
        this.byCode = byCode;
    }

    /** @throws org.homeline.configuration.ConfigurationException where a country is not described rightly */
    public static Countries read(ConfigurationFolder folder, Texts texts) {
        var byCode = new LinkedHashMap<String, Country>();
        var problems = new Problems();
        problems.each(
                folder.read(FILE).only("countries").get("countries").fields().entrySet(),
                entry -> byCode.put(entry.getKey(), country(entry.getKey(), entry.getValue(), texts)));
        problems.raise();
        return new Countries(byCode);
    }

    public Optional<Country> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public Set<String> codes() {
        return byCode.keySet();
    }

    public Set<CurrencyUnit> currencies() {
        return byCode.values().stream().map(Country::currency).collect(Collectors.toSet());
    }

    /** @throws IllegalStateException where a country was taken out although people live there */
    public Country of(String code) {
        return find(code).orElseThrow(() -> new IllegalStateException(FILE + " no longer has the country " + code));
    }

    private static Country country(String code, Node node, Texts texts) {
        node.only("currency", "zone", "language");
        if (!code.matches("[A-Z]{2}")) {
            throw node.wrong("name a country by two capital letters of ISO 3166, such as KE");
        }
        var language = node.get("language");
        return new Country(
                code,
                node.get("currency").currency(),
                zone(node.get("zone")),
                texts.language(language.text())
                        .orElseThrow(() -> language.wrong("has no file of texts; there are " + texts.languages())));
    }

    private static ZoneId zone(Node node) {
        try {
            return ZoneId.of(node.text());
        } catch (DateTimeException unknown) {
            throw node.wrong("write a time zone such as Africa/Nairobi");
        }
    }
}
