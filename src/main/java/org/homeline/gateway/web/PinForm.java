package org.homeline.gateway.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Optional;
import java.util.regex.Pattern;
import org.homeline.operation.Pin;

/**
 * What was sent.
 *
 * @param old the present PIN; empty like the others where there is none of four to six digits
 */
record PinForm(Optional<Pin> old, Optional<Pin> pin, Optional<Pin> again) {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{4,6}");
    private static final int LONGEST = 500;

    static PinForm parse(String body) {
        var fields = new HashMap<String, Pin>();
        for (var pair : body.length() > LONGEST ? new String[0] : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pin(pair.substring(equals + 1)).ifPresent(pin -> fields.put(pair.substring(0, equals), pin));
            }
        }
        return new PinForm(
                Optional.ofNullable(fields.get("old")),
                Optional.ofNullable(fields.get("pin")),
                Optional.ofNullable(fields.get("again")));
    }

    private static Optional<Pin> pin(String encoded) {
        try {
            var typed = URLDecoder.decode(encoded, StandardCharsets.UTF_8).strip();
            return DIGITS.matcher(typed).matches() ? Optional.of(new Pin(typed)) : Optional.empty();
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }

    boolean agrees() {
        return pin.map(Pin::digits).equals(again.map(Pin::digits));
    }
}
