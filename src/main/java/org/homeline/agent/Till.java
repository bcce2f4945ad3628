package org.homeline.agent;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.homeline.customer.Activity;
import org.homeline.customer.Activity.What;
import org.homeline.customer.Countries;
import org.homeline.customer.Customer;
import org.homeline.customer.Customers;
import org.homeline.customer.Numbers;
import org.homeline.language.Language;
import org.homeline.money.Money;
import org.homeline.money.WrittenAmount;
import org.homeline.operation.Attempt;
import org.homeline.operation.Draft;
import org.homeline.operation.Reference;
import org.joda.money.CurrencyUnit;

/** What all of an agent's dealings with cash share. */
@Singleton
final class Till {
    private final Agents agents;
    private final Countries countries;
    private final Customers customers;
    private final Numbers numbers;
    private final AgentSettings settings;
    private final Counter lowFloats;

    Till(
            Agents agents,
            Countries countries,
            Customers customers,
            Numbers numbers,
            AgentSettings settings,
            MeterRegistry meters) {
        this.agents = agents;
        this.countries = countries;
        this.customers = customers;
        this.numbers = numbers;
        this.settings = settings;
        this.lowFloats = Counter.builder("homeline.agent.low.float")
                .description("Times that an agent's float fell below what is called low")
                .register(meters);
    }

    /** Whom the agent means. */
    sealed interface Whom permits Served, Unserved.BadNumber, Unserved.UnknownCustomer, Unserved.Yourself {}

    record Served(Customer customer) implements Whom {}

    Whom whom(Attempt attempt, Agent agent, String written) {
        var number = numbers.read(written, agent.country());
        if (number.isEmpty()) {
            return new Unserved.BadNumber();
        }
        if (number.get().equals(agent.number())) {
            return new Unserved.Yourself();
        }
        return customers
                .find(attempt, number.get())
                .filter(customer -> customers.currency(customer).equals(agents.currency(agent)))
                .<Whom>map(Served::new)
                .orElseGet(Unserved.UnknownCustomer::new);
    }

    /** What a written amount of cash comes to. */
    sealed interface Read permits Cash, Unserved.BadAmount, Unreadable.AmbiguousAmount, Unreadable.TooLittle {}

    record Cash(Money amount) implements Read {}

    Read cash(WrittenAmount written, CurrencyUnit currency) {
        return switch (written.in(currency, countries.words())) {
            case WrittenAmount.Reading.Exactly(Money amount) -> {
                var least = settings.in(currency).least();
                yield amount.compareTo(least) < 0 ? new Unreadable.TooLittle(least) : new Cash(amount);
            }
            case WrittenAmount.Reading.Either(Money one, Money other) -> new Unreadable.AmbiguousAmount(one, other);
            case WrittenAmount.Reading.OtherCurrency other -> new Unserved.BadAmount();
            case WrittenAmount.Reading.Unreadable unreadable -> new Unserved.BadAmount();
        };
    }

    /** The amount in the agent's currency; empty where it can't be read as exactly one, or is too small. */
    Optional<Money> amount(Agent agent, WrittenAmount written) {
        return amount(written, agents.currency(agent));
    }

    Optional<Money> amount(WrittenAmount written, CurrencyUnit currency) {
        return cash(written, currency) instanceof Cash(Money amount) ? Optional.of(amount) : Optional.empty();
    }

    /** The lines in both statements and the receipts to both phones, of a dealing or of one that was taken back. */
    void receipts(
            Attempt attempt,
            Draft draft,
            Agent agent,
            Customer customer,
            Reference reference,
            Money amount,
            What what) {
        boolean customerGets = what == What.CASH_IN || what == What.CASH_OUT_REVERSED;
        draft.write(
                customerGets
                        ? Activity.in(attempt, customer.id(), reference, what, amount, agent.name())
                        : Activity.out(attempt, customer.id(), reference, what, amount, agent.name()));
        draft.write(
                customerGets
                        ? Activity.out(attempt, agent.id(), reference, what, amount, customer.name())
                        : Activity.in(attempt, agent.id(), reference, what, amount, customer.name()));
        draft.fact("reference", reference).fact("what", what.label()).fact("amount", amount);
        var text = "agent." + what.label();
        draft.tell(
                customer.number(),
                customer.spoken(),
                text + "-customer",
                Map.of("amount", amount, "agent", agent.name(), "reference", reference));
        draft.tell(
                agent.number(),
                agent.spoken(),
                text + "-agent",
                Map.of("amount", amount, "name", customer.name(), "reference", reference));
    }

    /** Tells the agent and the operator once when a float falls below what is called low. */
    void watchFloat(Draft draft, Agent agent, Money before, Money after) {
        var low = settings.in(after.currency()).lowFloat();
        if (before.compareTo(low) >= 0 && after.compareTo(low) < 0) {
            lowFloats.increment();
            draft.tell(agent.number(), agent.spoken(), "agent.low-float", Map.of("float", after));
            settings.alarm()
                    .ifPresent(phone -> draft.tell(
                            phone,
                            Language.ENGLISH,
                            "agent.low-float-operator",
                            Map.of("name", agent.name(), "phone", agent.number(), "float", after)));
        }
    }
}
