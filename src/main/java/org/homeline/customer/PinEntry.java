package org.homeline.customer;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.homeline.ledger.Guard;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Outcome;
import org.homeline.phone.PhoneNumber;

/** Where somebody chooses a PIN unseen: by dialling, else by a link, else with the operator's help. */
@Singleton
final class PinEntry {
    private static final int MOST_LINKS_AN_HOUR = 5;

    private final Countries countries;
    private final PinLinks links;

    PinEntry(Countries countries, PinLinks links) {
        this.countries = countries;
        this.links = links;
    }

    /** Whether a link is this person's way. */
    boolean isByLink(PhoneNumber phone) {
        return links.isOn() && countries.dial(phone).equals(Countries.NO_DIAL);
    }

    /** {@code dial}, {@code link} or {@code operator}: what a text selects by. */
    String how(PhoneNumber phone) {
        if (!countries.dial(phone).equals(Countries.NO_DIAL)) {
            return "dial";
        }
        return links.isOn() ? "link" : "operator";
    }

    /** For a text that tells the way. */
    Map<String, Object> values(PhoneNumber phone) {
        return Map.of("how", how(phone), "dial", countries.dial(phone));
    }

    /**
     * Sends the customer a link.
     *
     * @param text asks for {@code name}, {@code url} and {@code within}
     * @param tooMany what to answer where there were too many within the hour
     */
    void send(Attempt attempt, Draft draft, Customer customer, String text, Outcome tooMany) {
        var made = links.make(customer.id());
        var hour = attempt.now().truncatedTo(ChronoUnit.HOURS);
        draft.write(made.row())
                .guard(
                        new Guard.Counter(
                                "pin-links",
                                "pin-links:%s:%s".formatted(customer.id(), hour),
                                1,
                                MOST_LINKS_AN_HOUR,
                                hour.plus(Duration.ofHours(2))),
                        tooMany)
                .tell(
                        customer.number(),
                        customer.spoken(),
                        text,
                        Map.of("name", customer.name(), "url", made.url(), "within", PinLinks.LIFETIME),
                        PinLinks.LIFETIME);
    }
}
