package org.homeline.customer;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.homeline.language.Language;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.phone.PhoneNumber;

/** Makes a customer of a number, whichever way the person came. */
@Singleton
final class Enrolment {
    private final Countries countries;
    private final Tiers tiers;
    private final List<Welcome> welcomes;

    Enrolment(Countries countries, Tiers tiers, List<Welcome> welcomes) {
        this.countries = countries;
        this.tiers = tiers;
        this.welcomes = welcomes;
    }

    /** The country whose people we serve, if the number's is one. */
    Optional<Countries.Country> country(PhoneNumber phone) {
        return countries.find(phone.region());
    }

    /** Adds the customer, an empty wallet and whatever waited for the number. */
    Customer enrol(Attempt attempt, Draft draft, String name, Language language, Countries.Country country) {
        var phone = attempt.caller().phone();
        var customer = new Customer(
                attempt.ids().next(),
                phone.e164(),
                name,
                language.code(),
                country.code(),
                tiers.first(),
                Customer.ACTIVE,
                attempt.now(),
                0);
        draft.write(customer);
        customer.wallet(country.currency()).forEach(draft::open);
        draft.fact("customer", customer.id());
        welcomes.forEach(welcome -> welcome.greet(customer, attempt, draft));
        return customer;
    }
}
