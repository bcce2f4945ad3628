package org.homeline.language;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/**
 * A country as a value of a text: each language has its own name for it.
 *
 * @param code ISO 3166, two letters
 */
@Serdeable
public record Territory(String code) {
    String in(Locale locale) {
        return Locale.of("", code).getDisplayCountry(locale);
    }

    @Override
    public String toString() {
        return code;
    }
}
