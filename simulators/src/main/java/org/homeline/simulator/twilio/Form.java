package org.homeline.simulator.twilio;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Forms on the wire. */
final class Form {
    private Form() {}

    static SortedMap<String, String> decode(String text) {
        var form = new TreeMap<String, String>();
        for (var pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(plain(pair.substring(0, equals)), plain(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> coded(entry.getKey()) + "=" + coded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String plain(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
