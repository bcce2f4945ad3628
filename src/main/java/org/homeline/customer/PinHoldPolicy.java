package org.homeline.customer;

import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Policy;
import org.homeline.operation.Refused;
import org.homeline.operation.Role;

/**
 * For a while after the operator reset a PIN, no value leaves its owner: nothing is sent and no cash taken out, and an agent
 * takes no cash in, which leaves the float. Nor is a bank asked to debit an account: who has the phone now may not be its
 * owner. What comes to the owner, or back, comes.
 */
@Singleton
@Order(20)
final class PinHoldPolicy implements Policy {
    private static final String HELD = "pin-hold";

    private final PinHolds holds;
    private final List<PinOwner> owners;

    PinHoldPolicy(PinHolds holds, List<PinOwner> owners) {
        this.holds = holds;
        this.owners = owners;
    }

    @Override
    public Set<String> reasons() {
        return Set.of(HELD);
    }

    @Override
    public Ruling review(Attempt attempt, Decision.Proposal<?> proposal) {
        return giver(attempt, proposal)
                .flatMap(owner -> holds.find(owner, attempt.now()))
                .<Ruling>map(until ->
                        new Ruling.Denied(new Refused(HELD, Map.of("for", Duration.between(attempt.now(), until)))))
                .orElse(Ruling.FREE);
    }

    /** Whose value would leave, here or at a bank. */
    private Optional<UUID> giver(Attempt attempt, Decision.Proposal<?> proposal) {
        var movement = proposal.movement();
        if (movement == null) {
            return Optional.empty();
        }
        return switch (movement.purpose()) {
            case SEND, CASH_OUT, HANDOVER, BANK_OUT -> Optional.ofNullable(movement.payer());
            case CASH_IN -> caller(attempt, Role.AGENT);
            case BANK_IN -> caller(attempt, Role.CUSTOMER);
            case CLAIM, REFUND -> Optional.empty();
        };
    }

    private Optional<UUID> caller(Attempt attempt, Role role) {
        return owners.stream()
                .filter(owner -> owner.role() == role)
                .flatMap(owner -> owner.calling(attempt).stream())
                .map(PinOwner.Owner::id)
                .findFirst();
    }
}
