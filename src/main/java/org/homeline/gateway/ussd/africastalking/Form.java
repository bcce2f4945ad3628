package org.homeline.gateway.ussd.africastalking;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.homeline.phone.PhoneNumber;

/**
 * The callback's fields. Service code and network code are not read: one menu answers on every code and network.
 *
 * @param text all inputs so far, joined by {@code *}
 */
record Form(String sessionId, PhoneNumber phone, String text) {
    private static final Pattern SESSION = Pattern.compile("[\\x21-\\x7e]{1,100}");
    private static final Pattern PHONE = Pattern.compile("\\+?[1-9][0-9]{6,14}");
    /** More than a phone can type in the 180 seconds of a session. */
    private static final int LONGEST_TEXT = 1_000;

    /** Empty where a field is missing, stands twice, is too long or not what it should be. */
    static Optional<Form> parse(String body) {
        return fields(body).flatMap(Form::of);
    }

    private static Optional<Form> of(Map<String, String> fields) {
        var sessionId = fields.getOrDefault("sessionId", "");
        // A plus that the sender did not encode arrives as a space.
        var phone = fields.getOrDefault("phoneNumber", "").strip();
        var text = fields.get("text");
        if (text == null
                || text.length() > LONGEST_TEXT
                || text.codePoints().anyMatch(Form::isGarbled)
                || !SESSION.matcher(sessionId).matches()
                || !PHONE.matcher(phone).matches()) {
            return Optional.empty();
        }
        return Optional.of(new Form(sessionId, new PhoneNumber(phone.startsWith("+") ? phone : "+" + phone), text));
    }

    private static Optional<Map<String, String>> fields(String body) {
        var fields = new HashMap<String, String>();
        for (var pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                return Optional.empty();
            }
            try {
                var name = URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8);
                var value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
                if (fields.put(name, value) != null) {
                    return Optional.empty();
                }
            } catch (IllegalArgumentException notEncoded) {
                return Optional.empty();
            }
        }
        return Optional.of(fields);
    }

    /** Control characters, and what stands for bytes that are no UTF-8. */
    private static boolean isGarbled(int point) {
        return Character.isISOControl(point) || point == 0xFFFD || !Character.isDefined(point);
    }

    /** Nothing of what was typed. */
    @Override
    public String toString() {
        return "Form[" + sessionId + ", " + phone.masked() + "]";
    }
}
