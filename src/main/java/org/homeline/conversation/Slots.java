package org.homeline.conversation;

import io.micronaut.serde.annotation.Serdeable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a session knows by name. What a person typed and what an operation told stand apart under the same names: the
 * operation's input is always what was typed, also after an operation told how it read that; a text shows what was told.
 *
 * @param typed by slot, each as {@link Value} writes it
 * @param told components of outcomes, likewise
 * @param lists rows of list screens, by screen
 */
@Serdeable
record Slots(Map<String, String> typed, Map<String, String> told, Map<String, List<Map<String, String>>> lists) {
    static final Slots EMPTY = new Slots(Map.of(), Map.of(), Map.of());
    /** Rows that a list remembers: nobody pages further on a phone. */
    static final int MOST_ROWS = 40;

    Slots {
        typed = Map.copyOf(typed);
        told = Map.copyOf(told);
        lists = Map.copyOf(lists);
    }

    Slots type(String slot, Object value) {
        return new Slots(with(typed, slot, Value.write(value)), without(told, slot), lists);
    }

    /** Remembers what can be remembered of an outcome; lists wait for {@link #list}. */
    Slots tell(Map<String, Object> components) {
        var all = new HashMap<>(told);
        components.forEach((name, value) -> {
            if (!(value instanceof List<?>)) {
                all.put(name, Value.write(value));
            }
        });
        return new Slots(typed, all, lists);
    }

    /** Keeps the rows for the list screen. */
    Slots list(String screen, List<Map<String, Object>> rows) {
        var kept = rows.stream().limit(MOST_ROWS).map(Slots::row).toList();
        var all = new HashMap<>(lists);
        all.put(screen, kept);
        return new Slots(typed, told, all);
    }

    List<Map<String, String>> rows(String screen) {
        return lists.getOrDefault(screen, List.of());
    }

    /** The row's values become the session's. */
    Slots pick(Map<String, String> row) {
        var nowTyped = new HashMap<>(typed);
        nowTyped.keySet().removeAll(row.keySet());
        var nowTold = new HashMap<>(told);
        nowTold.putAll(row);
        return new Slots(nowTyped, nowTold, lists);
    }

    /** Whether a person typed it, and it was not told by an operation. */
    boolean isTyped(String slot) {
        return typed.containsKey(slot);
    }

    /** For an operation's input. */
    @Nullable
    Object input(String slot) {
        var written = typed.containsKey(slot) ? typed.get(slot) : told.get(slot);
        return written == null ? null : Value.read(written);
    }

    /** For a text. */
    Map<String, Object> values() {
        var all = new HashMap<String, Object>();
        typed.forEach((name, written) -> all.put(name, Value.read(written)));
        told.forEach((name, written) -> all.put(name, Value.read(written)));
        return all;
    }

    private static Map<String, String> row(Map<String, Object> row) {
        var written = new HashMap<String, String>();
        row.forEach((name, value) -> written.put(name, Value.write(value)));
        return Map.copyOf(written);
    }

    private static Map<String, String> with(Map<String, String> map, String name, String value) {
        var changed = new HashMap<>(map);
        changed.put(name, value);
        return changed;
    }

    private static Map<String, String> without(Map<String, String> map, String name) {
        var changed = new HashMap<>(map);
        changed.remove(name);
        return changed;
    }

    /** Names only: a slot may hold a one-time code. */
    @Override
    public String toString() {
        return "Slots" + typed.keySet() + told.keySet();
    }
}
