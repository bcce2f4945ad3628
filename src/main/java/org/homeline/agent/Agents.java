package org.homeline.agent;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.homeline.customer.Countries;
import org.homeline.ledger.Books;
import org.homeline.money.Money;
import org.homeline.operation.Actor;
import org.homeline.operation.Attempt;
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

    /** By a number as the operator types it, with its country. */
    Optional<Agent> findWritten(String number) {
        return PhoneNumber.parse(number, "ZZ").flatMap(this::find);
    }

    /** The agent whose phone calls, if he is at work; read once an attempt. */
    Optional<Agent> calling(Attempt attempt) {
        return attempt.readings().of(Calling.class, () -> new Calling(read(attempt.actor()))).agent;
    }

    /** Likewise, where {@link AgentPolicy} has let nobody else through. */
    Agent serving(Attempt attempt) {
        return calling(attempt).orElseThrow(() -> new IllegalStateException(attempt.operation() + " is for agents"));
    }

    private Optional<Agent> read(Actor actor) {
        return actor instanceof Actor.Caller caller ? find(caller.phone()).filter(Agent::isActive) : Optional.empty();
    }

    private record Calling(Optional<Agent> agent) {}

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
