package org.homeline.customer;

import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Movement;
import org.homeline.operation.Policy;
import org.homeline.operation.Refused;

/** A blocked customer changes nothing and gives nothing; and nothing is handed to one, save what is given back. */
@Singleton
@Order(20)
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
    public Ruling review(Attempt attempt, Decision.Proposal<?> proposal) {
        var movement = proposal.movement();
        var moved = movement == null || movement.purpose() == Movement.Purpose.REFUND
                ? Stream.<UUID>of()
                : Stream.of(movement.payer(), movement.payee()).filter(java.util.Objects::nonNull);
        boolean blocked = customers.calling(attempt).filter(Customer::isBlocked).isPresent()
                || moved.distinct()
                        .anyMatch(id -> customers
                                .find(attempt, id)
                                .filter(Customer::isBlocked)
                                .isPresent());
        return blocked ? new Ruling.Denied(new Refused(BLOCKED)) : Ruling.FREE;
    }
}
