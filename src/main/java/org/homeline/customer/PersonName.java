package org.homeline.customer;

import java.util.Optional;
import org.homeline.phone.Gsm;

/** What may be somebody's name: letters of any script, short enough for a screen. */
public final class PersonName {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 40;

    private PersonName() {}

    /** The name tidied, or empty where it is none. */
    public static Optional<String> tidy(String written) {
        var name = Gsm.fold(written.strip().replaceAll("\\s+", " "));
        return name.length() >= SHORTEST
                        && name.length() <= LONGEST
                        && name.matches("[\\p{L}\\p{M}][\\p{L}\\p{M} '.-]*")
                ? Optional.of(name)
                : Optional.empty();
    }
}
