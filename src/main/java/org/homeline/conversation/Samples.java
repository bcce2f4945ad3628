package org.homeline.conversation;

import com.ibm.icu.text.MessagePattern;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeline.language.Language;
import org.homeline.language.Territory;
import org.homeline.language.Texts;
import org.homeline.money.Money;
import org.homeline.money.Rate;
import org.homeline.money.WrittenAmount;
import org.homeline.phone.PhoneNumber;
import org.joda.money.CurrencyUnit;

/** The longest values that texts realistically get, by type: what fits with these fits. */
public final class Samples {
    /** Combinations of alternatives tried for one text; more would only repeat what was seen. */
    private static final int MOST_COMBINATIONS = 64;

    private static final Map<Class<?>, List<Object>> BY_TYPE = Map.ofEntries(
            Map.entry(String.class, List.of("Wanjiru Kamau-Otieno")),
            Map.entry(WrittenAmount.class, List.of(new WrittenAmount("9,999,999.99 NGN"))),
            Map.entry(Money.class, List.of(Money.of(999_999_999, "NGN"))),
            Map.entry(PhoneNumber.class, List.of(new PhoneNumber("+2348012345678"))),
            Map.entry(
                    Rate.class,
                    List.of(new Rate(CurrencyUnit.USD, CurrencyUnit.of("NGN"), new BigDecimal("1234.5678")))),
            Map.entry(Language.class, List.of(Language.ENGLISH)),
            Map.entry(Territory.class, List.of(new Territory("CF"))),
            Map.entry(Long.class, List.of(1L, 9_999L)),
            Map.entry(BigDecimal.class, List.of(new BigDecimal("88.88"))),
            Map.entry(ZonedDateTime.class, List.of(ZonedDateTime.of(2026, 9, 30, 23, 59, 0, 0, ZoneOffset.UTC))),
            Map.entry(Duration.class, List.of(Duration.ofMinutes(119))),
            Map.entry(Boolean.class, List.of(true, false)));

    /** Texts that we write ourselves and so know the length of. */
    private static final Map<String, Object> BY_NAME = Map.of(
            "code",
            "482913",
            "reference",
            "K7QP3MXW",
            "bankName",
            "..6789 Co-operative Bank of Kenya",
            "ownBank",
            "..6789 Co-operative Bank of Kenya",
            "bank",
            "demo-us");

    private Samples() {}

    /** Every combination of longest values for what the texts ask for. */
    public static List<Map<String, Object>> of(
            Map<String, Set<Class<?>>> types, Texts texts, Language language, List<String> keys) {
        List<Map<String, Object>> combinations = List.of(Map.of());
        for (var name : types.entrySet()) {
            var alternatives = alternatives(name.getKey(), name.getValue(), texts, language, keys);
            var longer = new ArrayList<Map<String, Object>>();
            for (var combination : combinations) {
                for (var value : alternatives) {
                    var more = new HashMap<>(combination);
                    more.put(name.getKey(), value);
                    longer.add(more);
                }
            }
            combinations = longer.subList(0, Math.min(longer.size(), MOST_COMBINATIONS));
        }
        return combinations;
    }

    /** The values that the texts ask for, of those that there are. */
    public static Map<String, Set<Class<?>>> asked(Map<String, Set<Class<?>>> known, Texts texts, List<String> keys) {
        var asked = new LinkedHashMap<String, Set<Class<?>>>();
        for (var key : keys) {
            for (var name : texts.values(key)) {
                asked.put(name, known.getOrDefault(name, Set.of(String.class)));
            }
        }
        return asked;
    }

    /** The values of a refusal's text, whose types nobody declares: numbers where a plural asks for them, else words. */
    static Known ofRefusal(Texts texts, String key) {
        var known = Known.NOTHING;
        for (var name : texts.values(key)) {
            var text = texts.source(Language.ENGLISH, key).text();
            known = known.tell(name, isPlural(text, name) ? Long.class : String.class);
        }
        return known;
    }

    private static boolean isPlural(String message, String name) {
        var pattern = new MessagePattern(message);
        for (int i = 0; i + 1 < pattern.countParts(); i++) {
            if (pattern.getPartType(i) == MessagePattern.Part.Type.ARG_START
                    && pattern.getPart(i).getArgType() == MessagePattern.ArgType.PLURAL
                    && pattern.partSubstringMatches(pattern.getPart(i + 1), name)) {
                return true;
            }
        }
        return false;
    }

    private static List<Object> alternatives(
            String name, Set<Class<?>> types, Texts texts, Language language, List<String> keys) {
        var selected = keys.stream()
                .flatMap(key -> selectors(texts.source(language, key).text(), name).stream())
                .distinct()
                .toList();
        if (!selected.isEmpty()) {
            return List.copyOf(selected);
        }
        if (types.equals(Set.of(String.class)) && BY_NAME.containsKey(name)) {
            return List.of(BY_NAME.get(name));
        }
        return types.stream()
                .flatMap(type -> BY_TYPE.getOrDefault(type, List.of("")).stream())
                .toList();
    }

    /** The words that an ICU {@code select} over the name tells apart. */
    private static List<Object> selectors(String message, String name) {
        if (!message.contains("select")) {
            return List.of();
        }
        var pattern = new MessagePattern(message);
        var words = new ArrayList<Object>();
        for (int i = 0; i + 1 < pattern.countParts(); i++) {
            if (pattern.getPartType(i) == MessagePattern.Part.Type.ARG_START
                    && pattern.getPart(i).getArgType() == MessagePattern.ArgType.SELECT
                    && pattern.partSubstringMatches(pattern.getPart(i + 1), name)) {
                int end = pattern.getLimitPartIndex(i);
                for (int j = i + 2; j < end; j = pattern.getLimitPartIndex(j) + 1) {
                    if (pattern.getPartType(j) == MessagePattern.Part.Type.ARG_SELECTOR) {
                        words.add(pattern.getSubstring(pattern.getPart(j)));
                    }
                }
            }
        }
        return words;
    }
}
