package org.homeline.agent;

import io.micronaut.context.annotation.Factory;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import org.homeline.customer.Customers;
import org.homeline.money.Money;
import org.homeline.money.WrittenAmount;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Role;
import org.joda.money.CurrencyUnit;

/** Reads an amount of cash as somebody typed it, so that the screen that asks for the PIN shows the money that it means. */
final class ReadCash extends Operation<ReadCash.Input, ReadCash.Reply> {
    @Serdeable
    record Input(WrittenAmount amount) {}

    /** What it can mean. */
    sealed interface Reply extends Outcome
            permits ReadCash.Cash,
                    Unserved.BadAmount,
                    ReadCash.AmbiguousAmount,
                    ReadCash.TooLittle,
                    ReadCash.NotRegistered {}

    @Serdeable
    record Cash(Money amount) implements Reply {}

    @Serdeable
    record AmbiguousAmount(Money one, Money other) implements Reply {}

    @Serdeable
    record TooLittle(Money least) implements Reply {}

    @Serdeable
    record NotRegistered() implements Reply {}

    private final Role role;
    private final Till till;
    private final AgentSettings settings;
    private final Function<Attempt, Optional<CurrencyUnit>> currency;

    private ReadCash(
            String name,
            Role role,
            Till till,
            AgentSettings settings,
            Function<Attempt, Optional<CurrencyUnit>> currency) {
        super(name, Input.class, Reply.class);
        this.role = role;
        this.till = till;
        this.settings = settings;
        this.currency = currency;
    }

    @Override
    public Role role() {
        return role;
    }

    @Override
    public boolean onlyAnswers() {
        return true;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        return Decision.answer(currency.apply(attempt)
                .map(known -> read(input.amount(), known))
                .orElseGet(NotRegistered::new));
    }

    private Reply read(WrittenAmount written, CurrencyUnit currency) {
        return switch (till.read(written, currency)) {
            case WrittenAmount.Reading.Exactly(Money amount) -> {
                var least = settings.in(currency).least();
                yield amount.compareTo(least) < 0 ? new TooLittle(least) : new Cash(amount);
            }
            case WrittenAmount.Reading.Either(Money one, Money other) -> new AmbiguousAmount(one, other);
            case WrittenAmount.Reading.OtherCurrency other -> new Unserved.BadAmount();
            case WrittenAmount.Reading.Unreadable unreadable -> new Unserved.BadAmount();
        };
    }

    /** One for each side of the counter: each reads in his own currency. */
    @Factory
    static final class Both {
        @Singleton
        @Named("customer-cash")
        ReadCash forCustomers(Customers customers, Till till, AgentSettings settings) {
            return new ReadCash(
                    "agent.readWithdrawal",
                    Role.CUSTOMER,
                    till,
                    settings,
                    attempt -> customers.calling(attempt).map(customers::currency));
        }

        @Singleton
        @Named("agent-cash")
        ReadCash forAgents(Agents agents, Till till, AgentSettings settings) {
            return new ReadCash(
                    "agent.readCash",
                    Role.AGENT,
                    till,
                    settings,
                    attempt -> Optional.of(agents.currency(agents.serving(attempt))));
        }
    }
}
