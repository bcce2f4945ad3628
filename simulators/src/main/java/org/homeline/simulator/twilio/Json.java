package org.homeline.simulator.twilio;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists, texts, numbers and null. */
final class Json {
    private Json() {}

    static String write(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Number number -> number.toString();
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> quote(String.valueOf(entry.getKey())) + ":" + write(entry.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            case List<?> list -> list.stream().map(Json::write).collect(Collectors.joining(",", "[", "]"));
            default -> quote(value.toString());
        };
    }

    private static String quote(String text) {
        return text.chars().mapToObj(Json::escape).collect(Collectors.joining("", "\"", "\""));
    }

    private static String escape(int character) {
        return character < ' ' || character == '"' || character == '\\'
                ? "\\u%04x".formatted(character)
                : String.valueOf((char) character);
    }
}
