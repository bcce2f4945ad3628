package org.homeline.conversation;

import io.micronaut.core.type.Argument;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a session surely knows when it comes to a screen, on whichever way it came, with every type that it may have.
 *
 * @param typed types by slot; empty where some way brings the name by an outcome only
 * @param told likewise for components of outcomes
 */
record Known(Map<String, Set<Class<?>>> typed, Map<String, Set<Class<?>>> told) {
    static final Known NOTHING = new Known(Map.of(), Map.of());

    Known type(String slot, Class<?> type) {
        return new Known(with(typed, slot, type), without(told, slot));
    }

    Known tell(String name, Class<?> type) {
        return new Known(typed, with(told, name, type));
    }

    Known tell(List<? extends Argument<?>> components) {
        var more = told;
        for (var component : components) {
            if (component.getType() != List.class && !component.isNullable()) {
                more = with(more, component.getName(), Inputs.boxed(component));
            }
        }
        return new Known(typed, more);
    }

    /** After a row with these values was chosen. */
    Known pick(Known row) {
        var fewer = new HashMap<>(typed);
        fewer.keySet().removeAll(row.told.keySet());
        var more = new HashMap<>(told);
        more.putAll(row.told);
        return new Known(fewer, more);
    }

    /** What is known on both ways. */
    Known and(Known other) {
        var common = names();
        common.retainAll(other.names());
        return new Known(joined(typed, other.typed, common), joined(told, other.told, common));
    }

    Set<String> names() {
        var names = new HashSet<>(typed.keySet());
        names.addAll(told.keySet());
        return names;
    }

    /** As an operation's input sees it. */
    Set<Class<?>> inputTypes(String name) {
        return typed.containsKey(name) ? typed.getOrDefault(name, Set.of()) : told.getOrDefault(name, Set.of());
    }

    /** As a text sees it. */
    Set<Class<?>> textTypes(String name) {
        return told.containsKey(name) ? told.getOrDefault(name, Set.of()) : typed.getOrDefault(name, Set.of());
    }

    private static Map<String, Set<Class<?>>> joined(
            Map<String, Set<Class<?>>> one, Map<String, Set<Class<?>>> other, Set<String> names) {
        var joined = new HashMap<String, Set<Class<?>>>();
        for (var name : names) {
            var types = new HashSet<Class<?>>(one.getOrDefault(name, Set.of()));
            types.addAll(other.getOrDefault(name, Set.of()));
            if (!types.isEmpty()) {
                joined.put(name, types);
            }
        }
        return joined;
    }

    private static Map<String, Set<Class<?>>> with(Map<String, Set<Class<?>>> map, String name, Class<?> type) {
        var changed = new HashMap<>(map);
        changed.put(name, Set.of(type));
        return changed;
    }

    private static Map<String, Set<Class<?>>> without(Map<String, Set<Class<?>>> map, String name) {
        var changed = new HashMap<>(map);
        changed.remove(name);
        return changed;
    }
}
