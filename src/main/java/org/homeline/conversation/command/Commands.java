package org.homeline.conversation.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.language.Language;
import org.homeline.operation.Pin;
import org.jspecify.annotations.Nullable;

/** All commands of {@code gateway-config/commands.yaml}, and the reading of messages by them. */
public final class Commands {
    static final String FILE = "commands.yaml";
    /** Words of courtesy that may follow a command that takes none; more of them are a sentence of something else. */
    private static final int MOST_WORDS_TOO_MANY = 2;

    private static final int LONGEST_SHORT_WORD = 5;

    private final String recognise;
    private final List<Command> commands;
    private final Vocabulary vocabulary;
    private final Map<String, Meaning> meanings = new HashMap<>();

    /** A word and the language it belongs to. */
    private record Meaning(Command command, Language language) {}

    /** A way to part a sentence into slots. */
    private record Parting(Map<String, Object> slots, int likelihood) {}

    /** @param recognise the operation that tells the writer's language */
    Commands(String recognise, List<Command> commands, Vocabulary vocabulary) {
        this.recognise = recognise;
        this.commands = List.copyOf(commands);
        this.vocabulary = vocabulary;
        for (var command : commands) {
            command.carrierKeywords().forEach(word -> meanings.put(word, new Meaning(command, Language.ENGLISH)));
            command.aliases()
                    .forEach((language, words) ->
                            words.forEach(word -> meanings.putIfAbsent(word, new Meaning(command, language))));
        }
    }

    /** @throws org.homeline.configuration.ConfigurationException with everything that is wrong in the file */
    public static Commands read(ConfigurationFolder folder) {
        return new CommandReader().read(folder);
    }

    /** How many verbs there are, in whatever languages. */
    public int size() {
        return commands.size();
    }

    String recognise() {
        return recognise;
    }

    List<Command> all() {
        return commands;
    }

    /** Reads a message. */
    Understanding read(String message) {
        var words = Words.of(message);
        var meaning = meanings.get(words.verb());
        if (meaning == null) {
            var near = nearest(words.verb());
            return new Understanding.NotUnderstood(
                    near == null ? null : near.command(), near == null ? Language.ENGLISH : near.language());
        }
        var command = meaning.command();
        if (command.slots().isEmpty() && words.rest().size() <= MOST_WORDS_TOO_MANY) {
            return new Understanding.Understood(command, meaning.language(), Map.of(), null);
        }
        if (words.rest().size() > Words.MOST) {
            return new Understanding.NotUnderstood(command, meaning.language());
        }
        var best = best(partings(command.slots(), words.rest()));
        return best == null
                ? new Understanding.NotUnderstood(command, meaning.language())
                : understood(command, meaning.language(), best.slots());
    }

    private static Understanding understood(Command command, Language language, Map<String, Object> slots) {
        @Nullable Pin pin = null;
        var others = new HashMap<String, Object>();
        for (var slot : slots.entrySet()) {
            if (slot.getValue() instanceof Pin typed) {
                pin = typed;
            } else {
                others.put(slot.getKey(), slot.getValue());
            }
        }
        return new Understanding.Understood(command, language, others, pin);
    }

    /** The likeliest; null where there is none, or where two are as likely: then it is better to ask. */
    private static @Nullable Parting best(List<Parting> partings) {
        int most = partings.stream().mapToInt(Parting::likelihood).max().orElse(0);
        var likeliest =
                partings.stream().filter(each -> each.likelihood() == most).toList();
        return likeliest.size() == 1 ? likeliest.getFirst() : null;
    }

    private List<Parting> partings(List<Command.Slot> slots, List<String> words) {
        if (slots.isEmpty()) {
            return words.isEmpty() ? List.of(new Parting(Map.of(), 0)) : List.of();
        }
        var slot = slots.getFirst();
        var later = slots.subList(1, slots.size());
        if (slot.optional() && words.isEmpty()) {
            return partings(later, words);
        }
        var announced = slot.optional() ? announced(later, words.getFirst()) : null;
        if (announced != null) {
            return partings(first(announced, slots), words);
        }
        int from = words.size() > 1 && slot.isAnnounced(words.getFirst()) ? 1 : 0;
        var found = new ArrayList<Parting>();
        if (from == 0 && slot.needsWord()) {
            return found;
        }
        for (int end = from + 1; end <= words.size(); end++) {
            var part = String.join(" ", words.subList(from, end));
            var value = slot.as().read(part, vocabulary);
            if (value.isPresent()) {
                for (var rest : partings(later, words.subList(end, words.size()))) {
                    var all = new HashMap<>(rest.slots());
                    all.put(slot.name(), value.get());
                    found.add(new Parting(all, rest.likelihood() + slot.as().likelihood(part)));
                }
            }
        }
        return found;
    }

    /** The slot that may be missing and that the word says comes now, before those that stand in front of it. */
    private static Command.@Nullable Slot announced(List<Command.Slot> slots, String word) {
        return slots.stream()
                .filter(slot -> slot.optional() && slot.isAnnounced(word))
                .findFirst()
                .orElse(null);
    }

    private static List<Command.Slot> first(Command.Slot slot, List<Command.Slot> slots) {
        var moved = new ArrayList<>(slots);
        moved.remove(slot);
        moved.addFirst(slot);
        return moved;
    }

    private @Nullable Meaning nearest(String verb) {
        int allowed = verb.length() <= LONGEST_SHORT_WORD ? 1 : 2;
        @Nullable Meaning nearest = null;
        int least = allowed + 1;
        for (var word : meanings.keySet().stream().sorted().toList()) {
            if (verb.length() > 2 && Math.abs(word.length() - verb.length()) <= allowed) {
                int distance = Words.distance(verb, word);
                if (distance < least) {
                    least = distance;
                    nearest = meanings.get(word);
                }
            }
        }
        return nearest;
    }
}
