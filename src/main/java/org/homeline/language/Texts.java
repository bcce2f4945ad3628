package org.homeline.language;

import com.ibm.icu.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.homeline.configuration.ConfigurationException;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.configuration.Node;
import org.homeline.configuration.Problem;
import org.homeline.configuration.Problems;
import org.homeline.phone.Gsm;
import org.jspecify.annotations.Nullable;

/**
 * All texts in all languages, read once and checked as a whole: each language has each text, with the same values in it.
 */
public final class Texts {
    private static final String FOLDER = "texts";
    private static final String ENDING = ".yaml";

    /** A text of one language; ICU's format is not safe for several threads at once. */
    private static final class Text {
        private final Node source;
        private final MessageFormat format;
        /** What it says where it asks for no values, once it was said: most lines of a menu are such. */
        private volatile @Nullable String fixed;

        Text(Node source, MessageFormat format) {
            this.source = source;
            this.format = format;
        }

        Node source() {
            return source;
        }

        MessageFormat format() {
            return format;
        }

        String say(Wording wording, Map<String, ?> values) {
            var always = fixed;
            if (always != null) {
                return always;
            }
            var said = Gsm.fold(write(wording, values));
            if (format.getArgumentNames().isEmpty()) {
                fixed = said;
            }
            return said;
        }

        /** Likewise with every accent. */
        String write(Wording wording, Map<String, ?> values) {
            var worded = new HashMap<String, Object>();
            values.forEach((name, value) -> worded.put(name, wording.word(value)));
            synchronized (format) {
                return format.format(worded);
            }
        }
    }

    private final Map<Language, Map<String, Text>> texts = new LinkedHashMap<>();
    private final Map<Language, Wording> wordings = new HashMap<>();

    private Texts() {}

    /** @throws ConfigurationException where a text is missing somewhere, is no ICU message or asks for other values */
    public static Texts read(ConfigurationFolder folder) {
        var all = new Texts();
        var problems = new Problems();
        problems.each(folder.list(FOLDER, ENDING), file -> {
            var language = new Language(file.substring(FOLDER.length() + 1, file.length() - ENDING.length()));
            var texts = new TreeMap<String, Text>();
            all.collect(folder.read(file), "", language, texts, problems);
            all.texts.put(language, texts);
            all.wordings.put(language, new Wording(language));
        });
        problems.raise();
        all.compare(problems);
        problems.raise();
        return all;
    }

    /** The languages, English first. */
    public List<Language> languages() {
        return List.copyOf(texts.keySet());
    }

    public Optional<Language> language(String code) {
        var language = new Language(code);
        return texts.containsKey(language) ? Optional.of(language) : Optional.empty();
    }

    public boolean has(String key) {
        return texts.getOrDefault(Language.ENGLISH, Map.of()).containsKey(key);
    }

    public Set<String> keys() {
        return texts.getOrDefault(Language.ENGLISH, Map.of()).keySet();
    }

    /** The names of the values that the text asks for. */
    public Set<String> values(String key) {
        return text(Language.ENGLISH, key).format().getArgumentNames();
    }

    /** Where the text stands, for a problem found with it. */
    public Node source(Language language, String key) {
        return text(language, key).source();
    }

    /**
     * The text in the language, or in English where that language is no longer spoken here, folded to the phone's alphabet.
     *
     * @param values by name; see {@link Wording} for what each type becomes
     * @throws IllegalArgumentException where there is no such text
     */
    public String say(Language language, String key, Map<String, ?> values) {
        var spoken = spoken(language);
        return text(spoken, key).say(wording(spoken), values);
    }

    /** Likewise with every accent, for what is read elsewhere than on a phone's own screen. */
    public String write(Language language, String key, Map<String, ?> values) {
        var spoken = spoken(language);
        return text(spoken, key).write(wording(spoken), values);
    }

    private Language spoken(Language language) {
        return texts.containsKey(language) ? language : Language.ENGLISH;
    }

    private Wording wording(Language spoken) {
        return java.util.Objects.requireNonNull(wordings.get(spoken));
    }

    private Text text(Language language, String key) {
        var text = texts.getOrDefault(language, Map.of()).get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text '" + key + "' in " + language);
        }
        return text;
    }

    private void collect(Node node, String prefix, Language language, Map<String, Text> into, Problems problems) {
        problems.each(node.fields().entrySet(), entry -> {
            var key = prefix.isEmpty() ? entry.getKey() : prefix + "." + entry.getKey();
            var value = entry.getValue();
            if (value.isMap()) {
                collect(value, key, language, into, problems);
            } else {
                into.put(key, new Text(value, format(value, language)));
            }
        });
    }

    private static MessageFormat format(Node value, Language language) {
        try {
            return new MessageFormat(value.text(), language.locale());
        } catch (IllegalArgumentException notIcu) {
            throw value.wrong("is not an ICU message: " + notIcu.getMessage());
        }
    }

    /** Holds the languages against each other; what one differs in from all others is that one's slip. */
    private void compare(Problems problems) {
        if (!texts.containsKey(Language.ENGLISH)) {
            throw new ConfigurationException(List.of(new Problem(
                    FOLDER, 0, "", "en.yaml is missing: English is what every other language is held against")));
        }
        var keys = new TreeSet<String>();
        texts.values().forEach(own -> keys.addAll(own.keySet()));
        keys.forEach(key -> {
            compareKey(key, problems);
            compareValues(key, problems);
        });
    }

    private void compareKey(String key, Problems problems) {
        var without = texts.keySet().stream()
                .filter(language -> !texts.getOrDefault(language, Map.of()).containsKey(key))
                .toList();
        var with = texts.keySet().stream()
                .filter(language -> !without.contains(language))
                .toList();
        if (with.size() == 1 && texts.size() > 2) {
            problems.add(source(with.getFirst(), key)
                    .problem("stands in no other language: mend its name, or write it in " + files(without) + " too"));
            return;
        }
        without.forEach(language -> problems.add(new Problem(
                file(language),
                0,
                key,
                "is missing: add it, as it stands in " + file(with.getFirst()) + ":"
                        + source(with.getFirst(), key).line())));
    }

    private void compareValues(String key, Problems problems) {
        var byValues = new LinkedHashMap<Set<String>, List<Language>>();
        texts.forEach((language, own) -> {
            var text = own.get(key);
            if (text != null) {
                byValues.computeIfAbsent(text.format().getArgumentNames(), values -> new ArrayList<>())
                        .add(language);
            }
        });
        if (byValues.size() < 2) {
            return;
        }
        var most = byValues.values().stream().mapToInt(List::size).max().orElse(0);
        // Where as many say one thing as another, English counts: it stands first.
        var right = byValues.entrySet().stream()
                .filter(entry -> entry.getValue().size() == most)
                .findFirst()
                .orElseThrow();
        byValues.forEach((values, languages) -> {
            if (!values.equals(right.getKey())) {
                languages.forEach(language -> problems.add(source(language, key)
                        .problem("asks for the values " + values + " where " + files(right.getValue()) + " has "
                                + right.getKey() + ": ask for the same")));
            }
        });
    }

    private static String file(Language language) {
        return FOLDER + "/" + language + ENDING;
    }

    private static String files(List<Language> languages) {
        return languages.stream().map(Texts::file).collect(Collectors.joining(", "));
    }
}
