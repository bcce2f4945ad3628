package org.homeline.agent;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.homeline.customer.Countries;
import org.homeline.ledger.Books;
import org.homeline.money.Money;
import org.homeline.operation.Actor;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Outcome;
import org.homeline.phone.PhoneNumber;
import org.joda.money.CurrencyUnit;

/** Finds agents and what is in their floats. */
@Singleton
final class Agents {
    private final AgentRows rows;
    private final Books books;
    private final Countries countries;

    Agents(AgentRows rows, Books books, Countries countries) {
        this.rows = rows;
        this.books = books;
        this.countries = countries;
    }

    Optional<Agent> find(PhoneNumber phone) {
        return rows.findByPhone(phone.e164());
    }

    Optional<Agent> find(UUID id) {
        return rows.findById(id);
    }

    /** The agent whose phone calls, if he is at work; read once an attempt. */
    Optional<Agent> calling(Attempt attempt) {
        return known(attempt).filter(Agent::isActive);
    }

    /** Likewise, also where the operator has stopped him. */
    Optional<Agent> known(Attempt attempt) {
        return attempt.readings().of(Calling.class, () -> new Calling(read(attempt.actor()))).agent;
    }

    /** The agent at the till, where {@link AgentPolicy} has let nobody else through; it stops one who was just blocked. */
    Agent serving(Attempt attempt) {
        return known(attempt).orElseThrow(() -> new IllegalStateException(attempt.operation() + " is for agents"));
    }

    private Optional<Agent> read(Actor actor) {
        return actor instanceof Actor.Caller caller ? find(caller.phone()) : Optional.empty();
    }

    private record Calling(Optional<Agent> agent) {}

    /**
     * For the operator, who names an agent by the number with its country.
     *
     * @param unknown what to answer where the number is nobody's
     */
    <O extends Outcome> Decision<O> ofOperator(
            Attempt attempt, String number, O unknown, Function<Agent, Decision<O>> decide) {
        attempt.operator();
        return PhoneNumber.parse(number, "ZZ")
                .flatMap(this::find)
                .map(decide)
                .orElseGet(() -> Decision.answer(unknown));
    }

    CurrencyUnit currency(Agent agent) {
        return countries.of(agent.country()).currency();
    }

    Money inFloat(Agent agent) {
        var currency = currency(agent);
        return new Money(
                books.totals(java.util.List.of(agent.floatIn(currency)))
                        .getFirst()
                        .available(),
                currency);
    }
}
