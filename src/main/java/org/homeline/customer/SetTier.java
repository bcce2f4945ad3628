package org.homeline.customer;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;

/** For the operator: puts a customer into a tier once the papers were seen. */
@Singleton
final class SetTier extends Operation<SetTier.Input, SetTier.Reply> {
    /** @param phone in E.164 */
    @Serdeable
    record Input(String phone, String tier) {}

    /** How it can end. */
    sealed interface Reply extends Outcome permits SetTier.TierSet, SetTier.UnknownTier, UnknownCustomer {}

    @Serdeable
    record TierSet(String name, String tier) implements Reply, Success {}

    @Serdeable
    record UnknownTier(List<String> tiers) implements Reply {}

    private final Customers customers;
    private final Tiers tiers;

    SetTier(Customers customers, Tiers tiers) {
        super("customer.setTier", Input.class, Reply.class);
        this.customers = customers;
        this.tiers = tiers;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        if (!tiers.names().contains(input.tier())) {
            return Decision.answer(new UnknownTier(List.copyOf(tiers.names())));
        }
        return customers.ofOperator(
                attempt,
                input.phone(),
                new UnknownCustomer(),
                customer -> Decision.propose(
                        new TierSet(customer.name(), input.tier()),
                        attempt.draft()
                                .write(customer.withTier(input.tier()))
                                .fact("customer", customer.id())
                                .fact("tier", input.tier())));
    }
}
