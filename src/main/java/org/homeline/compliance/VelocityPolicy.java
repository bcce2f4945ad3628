package org.homeline.compliance;

import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.homeline.ledger.Guard;
import org.homeline.operation.Actor;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Policy;
import org.homeline.operation.Refused;
import org.homeline.operation.Role;

/** How many things that change anything a phone may do in an hour, as a customer and as an agent. */
@Singleton
@Order(40)
final class VelocityPolicy implements Policy {
    private static final String TOO_FAST = "too-fast";

    private final VelocitySettings settings;

    VelocityPolicy(VelocitySettings settings) {
        this.settings = settings;
    }

    @Override
    public Set<String> reasons() {
        return Set.of(TOO_FAST);
    }

    @Override
    public Ruling review(Attempt attempt, Decision.Proposal<?> proposal) {
        if (!(attempt.actor() instanceof Actor.Caller caller)) {
            return Ruling.FREE;
        }
        var hour = attempt.now().truncatedTo(ChronoUnit.HOURS);
        long cap = attempt.role() == Role.AGENT ? settings.agent() : settings.customer();
        var counter = "velocity:%s:%s:%s".formatted(attempt.role(), caller.phone(), hour);
        return new Ruling.Allowed(List.of(new Condition(
                new Guard.Counter(TOO_FAST, counter, 1, cap, hour.plus(Duration.ofHours(2))), new Refused(TOO_FAST))));
    }
}
