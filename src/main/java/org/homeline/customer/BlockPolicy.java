package org.homeline.customer;

import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Movement;
import org.homeline.operation.Policy;
import org.homeline.operation.Refused;
import org.homeline.operation.Role;

/**
 * A blocked customer is shown nothing, changes nothing and gives nothing, and hears that at once, before any PIN is asked
 * for; and nothing is handed to one, save what is given back.
 */
@Singleton
@Order(6)
final class BlockPolicy implements Policy {
    static final String BLOCKED = "blocked";

    private final Customers customers;

    BlockPolicy(Customers customers) {
        this.customers = customers;
    }

    @Override
    public Set<String> reasons() {
        return Set.of(BLOCKED);
    }

    @Override
    public Optional<Refused> admit(Attempt attempt, Consent consent) {
        return attempt.role() == Role.CUSTOMER && isBlocked(attempt)
                ? Optional.of(new Refused(BLOCKED))
                : Optional.empty();
    }

    @Override
    public Ruling review(Attempt attempt, Decision.Proposal<?> proposal) {
        var movement = proposal.movement();
        var moved = movement == null || movement.purpose() == Movement.Purpose.REFUND
                ? Stream.<UUID>of()
                : Stream.of(movement.payer(), movement.payee()).filter(java.util.Objects::nonNull);
        boolean blocked = isBlocked(attempt)
                || moved.distinct()
                        .anyMatch(id -> customers
                                .find(attempt, id)
                                .filter(Customer::isBlocked)
                                .isPresent());
        return blocked ? new Ruling.Denied(new Refused(BLOCKED)) : Ruling.FREE;
    }

    private boolean isBlocked(Attempt attempt) {
        return customers.calling(attempt).filter(Customer::isBlocked).isPresent();
    }
}
