package org.homeline.gateway.sms.twilio;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A form as it was posted: names in order, and of a name that stands more than once every value once, as Twilio signs it. */
record Form(SortedMap<String, SortedSet<String>> fields) {
    /** @throws IllegalArgumentException where it is not form-encoded */
    static Form parse(String body) {
        var fields = new TreeMap<String, SortedSet<String>>();
        for (var pair : body.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                var name = decode(equals < 0 ? pair : pair.substring(0, equals));
                var value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                fields.computeIfAbsent(name, missing -> new TreeSet<>()).add(value);
            }
        }
        return new Form(fields);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(fields.get(name)).map(SortedSet::first);
    }

    String get(String name) {
        return find(name).orElse("");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Says nothing of the values, which may hold a code. */
    @Override
    public String toString() {
        return "Form" + fields.keySet();
    }
}
