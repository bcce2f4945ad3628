package org.homeline.language;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/**
 * A language that Homeline speaks: one for each file of texts.
 *
 * @param code ISO 639, two letters: {@code sw}
 */
@Serdeable
public record Language(String code) {
    public static final Language ENGLISH = new Language("en");

    public Locale locale() {
        return Locale.of(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
