package org.homeline.money;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;

/**
 * What people write for a currency where they live, beside its code: {@code KSH}, {@code $}, {@code N}. One word may mean
 * several currencies; which, is known only once the writer's is. Case and accents count nothing.
 */
public final class MoneyWords {
    /** The code of the currency that is asked for, alone. */
    public static final MoneyWords NONE = new MoneyWords(Map.of());

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private final Map<String, Set<CurrencyUnit>> meanings = new HashMap<>();

    /** @param byCurrency the words for each currency, beside its code; no other currency's code is known (some are names) */
    public MoneyWords(Map<CurrencyUnit, Set<String>> byCurrency) {
        byCurrency.forEach((currency, words) -> {
            add(currency.getCode(), currency);
            words.forEach(word -> add(fold(word), currency));
        });
    }

    private void add(String word, CurrencyUnit currency) {
        meanings.computeIfAbsent(word, missing -> new HashSet<>()).add(currency);
    }

    /** Whether it is a word or a code for one of the currencies. */
    public boolean knows(String word) {
        return meanings.containsKey(fold(word));
    }

    /** Whether it can mean this currency. */
    public boolean means(String word, CurrencyUnit currency) {
        var folded = fold(word);
        return folded.equals(currency.getCode())
                || meanings.getOrDefault(folded, Set.of()).contains(currency);
    }

    static String fold(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
    }
}
