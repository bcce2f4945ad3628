package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;
import org.jspecify.annotations.Nullable;

/** For the operator: reversals of terminals that could not be done. */
@Singleton
final class ListStuck extends Operation<ListStuck.Input, ListStuck.Reply> {
    @Serdeable
    record Input() {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record ReversalsListed(List<Entry> items) implements Reply, Success {}

    /**
     * @param what cash in or cash out
     * @param customer whose it was; null where nobody is that any more
     */
    @Serdeable
    record Entry(
            String reference,
            String terminal,
            String phone,
            String name,
            String what,
            @Nullable String customer,
            Money amount,
            String why,
            Instant at) {}

    private final StuckRows rows;
    private final DealRows deals;
    private final Agents agents;
    private final Customers customers;

    ListStuck(StuckRows rows, DealRows deals, Agents agents, Customers customers) {
        super("agent.listStuck", Input.class, Reply.class);
        this.rows = rows;
        this.deals = deals;
        this.agents = agents;
        this.customers = customers;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        attempt.operator();
        var open = rows.findOpen();
        if (open.isEmpty()) {
            return Decision.answer(new ReversalsListed(List.of()));
        }
        var dealt = deals.findByRequestIn(open.stream().map(Stuck::request).toList()).stream()
                .collect(Collectors.toMap(Deal::request, Function.identity()));
        return Decision.answer(new ReversalsListed(open.stream()
                .map(stuck -> entry(stuck, Optional.ofNullable(dealt.get(stuck.request())), attempt))
                .toList()));
    }

    /** There are few: money that was gone when it should have come back. */
    private Entry entry(Stuck stuck, Optional<Deal> deal, Attempt attempt) {
        var agent = agents.find(stuck.agent())
                .orElseThrow(() -> new IllegalStateException("a reversal of nobody's: " + stuck.reference()));
        return new Entry(
                stuck.reference(),
                stuck.terminal(),
                agent.phone(),
                agent.name(),
                deal.map(Deal::what).orElse(""),
                deal.flatMap(one -> customers.find(attempt, one.customer()))
                        .map(Customer::phone)
                        .orElse(null),
                stuck.amount(),
                stuck.why(),
                stuck.at());
    }
}
