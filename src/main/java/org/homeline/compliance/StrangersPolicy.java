package org.homeline.compliance;

import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeline.customer.Countries;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.ledger.Guard;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Movement;
import org.homeline.operation.Policy;
import org.homeline.operation.Refused;

/**
 * How many payments to people who are not customers a customer may make in a day of his country. Each of them sends a text
 * to somebody who never asked for one, and taking it back sends another: so what is undone still counts.
 */
@Singleton
@Order(35)
final class StrangersPolicy implements Policy {
    private static final String STRANGERS = "too-many-strangers";

    private final Customers customers;
    private final Countries countries;
    private final VelocitySettings settings;

    StrangersPolicy(Customers customers, Countries countries, VelocitySettings settings) {
        this.customers = customers;
        this.countries = countries;
        this.settings = settings;
    }

    @Override
    public Set<String> reasons() {
        return Set.of(STRANGERS);
    }

    @Override
    public Ruling review(Attempt attempt, Decision.Proposal<?> proposal) {
        return Optional.ofNullable(proposal.movement())
                .filter(movement -> movement.purpose() == Movement.Purpose.SEND && movement.payee() == null)
                .flatMap(movement -> Optional.ofNullable(movement.payer()))
                .flatMap(payer -> customers.find(attempt, payer))
                .<Ruling>map(payer -> new Ruling.Allowed(List.of(oneMore(payer, attempt))))
                .orElse(Ruling.FREE);
    }

    private Condition oneMore(Customer payer, Attempt attempt) {
        var today = attempt.now().atZone(countries.of(payer.country()).zone()).truncatedTo(ChronoUnit.DAYS);
        long most = settings.strangers();
        return new Condition(
                new Guard.Counter(
                        STRANGERS,
                        "strangers:%s:%s".formatted(payer.id(), today.toLocalDate()),
                        1,
                        most,
                        today.plusDays(2).toInstant()),
                new Refused(STRANGERS, Map.of("most", most)));
    }
}
