package org.homeline.customer;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.homeline.phone.PhoneNumber;

/**
 * Reads the number of somebody else as a person writes it: with its country, as at home in the writer's country, or as at
 * home in the country it is in, where money can be sent there and only one such country has such numbers. A Kenyan in New
 * York writes {@code 0712345678}.
 */
@Singleton
public final class Numbers {
    private final Destinations destinations;

    Numbers(Destinations destinations) {
        this.destinations = destinations;
    }

    /**
     * @param home the writer's country
     * @return empty where it is no number, or several countries' while the writer's is not among them
     */
    public Optional<PhoneNumber> read(String written, String home) {
        var atHome = PhoneNumber.parse(written, home);
        if (atHome.isPresent()) {
            return atHome;
        }
        var elsewhere = destinations.from(home).stream()
                .flatMap(country -> PhoneNumber.parse(written, country).stream())
                .distinct()
                .limit(2)
                .toList();
        return elsewhere.size() == 1 ? Optional.of(elsewhere.getFirst()) : Optional.empty();
    }
}
