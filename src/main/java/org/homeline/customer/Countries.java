package org.homeline.customer;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.configuration.Node;
import org.homeline.configuration.Problems;
import org.homeline.language.Language;
import org.homeline.language.Texts;
import org.homeline.money.MoneyWords;
import org.homeline.phone.PhoneNumber;
import org.joda.money.CurrencyUnit;

/** The countries where Homeline has people, from {@code countries.yaml}. */
public final class Countries {
    static final String FILE = "countries.yaml";

    /**
     * @param code ISO 3166, two letters
     * @param currency of wallets there
     * @param zone in which its people read times and count days
     * @param language that a newcomer is first spoken to in
     * @param ussd what people dial there; empty where nobody can
     */
    public record Country(String code, CurrencyUnit currency, ZoneId zone, Language language, Optional<String> ussd) {}

    /** In a text: that the reader has no code to dial. */
    public static final String NO_DIAL = "none";

    private static final Pattern CODE = Pattern.compile("[*#][0-9*#]{1,12}#");
    private static final Pattern MONEY_WORD = Pattern.compile("\\p{L}{1,9}|\\p{L}{0,3}\\p{Sc}");

    private final Map<String, Country> byCode;
    private final MoneyWords words;

    private Countries(Map<String, Country> byCode, MoneyWords words) {
        this.byCode = byCode;
        this.words = words;
    }

    /** @throws org.homeline.configuration.ConfigurationException where a country is not described rightly */
    public static Countries read(ConfigurationFolder folder, Texts texts) {
        var byCode = new LinkedHashMap<String, Country>();
        var problems = new Problems();
        problems.each(
                folder.read(FILE).only("countries").get("countries").fields().entrySet(),
                entry -> byCode.put(entry.getKey(), country(entry.getKey(), entry.getValue(), texts)));
        problems.raise();
        return new Countries(byCode, words(folder));
    }

    /** What people call the currencies. */
    public static MoneyWords words(ConfigurationFolder folder) {
        var words = new HashMap<CurrencyUnit, Set<String>>();
        var problems = new Problems();
        problems.each(folder.read(FILE).get("countries").fields().values(), country -> {
            var currency = country.get("currency").currency();
            words.computeIfAbsent(currency, missing -> new HashSet<>());
            country.find("money").map(Node::items).orElse(List.of()).forEach(word -> {
                if (!MONEY_WORD.matcher(word.text()).matches()) {
                    throw word.wrong("write a word of up to nine letters, or a sign for the currency");
                }
                words.computeIfAbsent(currency, missing -> new HashSet<>()).add(word.text());
            });
        });
        problems.raise();
        return new MoneyWords(words);
    }

    public MoneyWords words() {
        return words;
    }

    /**
     * For a text that tells somebody what to dial: the code, or {@link #NO_DIAL} where that person can't dial or lives
     * where Homeline does not know.
     */
    public String dial(PhoneNumber reader) {
        return find(reader.region()).flatMap(Country::ussd).orElse(NO_DIAL);
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
        node.only("currency", "zone", "language", "ussd", "money");
        if (!code.matches("[A-Z]{2}")) {
            throw node.wrong("name a country by two capital letters of ISO 3166, such as KE");
        }
        var language = node.get("language");
        return new Country(
                code,
                node.get("currency").currency(),
                zone(node.get("zone")),
                texts.language(language.text())
                        .orElseThrow(() -> language.wrong("has no file of texts; there are " + texts.languages())),
                node.find("ussd").map(Countries::serviceCode));
    }

    private static String serviceCode(Node node) {
        if (!CODE.matcher(node.text()).matches()) {
            throw node.wrong("write what people dial, such as \"*384*77#\"");
        }
        return node.text();
    }

    private static ZoneId zone(Node node) {
        try {
            return ZoneId.of(node.text());
        } catch (DateTimeException unknown) {
            throw node.wrong("write a time zone such as Africa/Nairobi");
        }
    }
}
