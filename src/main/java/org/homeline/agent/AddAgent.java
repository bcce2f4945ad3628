package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Map;
import org.homeline.customer.Countries;
import org.homeline.customer.PersonName;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Success;
import org.homeline.phone.PhoneNumber;

/** For the operator: makes an agent of a number. */
@Singleton
final class AddAgent extends Operation<AddAgent.Input, AddAgent.Reply> {
    /** @param phone in E.164 */
    @Serdeable
    record Input(String phone, String name) {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record Added(PhoneNumber phone, String name, String currency) implements Reply, Success {}

    @Serdeable
    record AlreadyThere(PhoneNumber phone, String name) implements Reply {}

    @Serdeable
    record BadNumber() implements Reply {}

    @Serdeable
    record BadName() implements Reply {}

    @Serdeable
    record NoService(String country) implements Reply {}

    private final Agents agents;
    private final Countries countries;

    AddAgent(Agents agents, Countries countries) {
        super("agent.add", Input.class, Reply.class);
        this.agents = agents;
        this.countries = countries;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        attempt.operator();
        var phone = PhoneNumber.parse(input.phone(), "ZZ");
        if (phone.isEmpty()) {
            return Decision.answer(new BadNumber());
        }
        var known = agents.find(phone.get());
        if (known.isPresent()) {
            return Decision.answer(new AlreadyThere(phone.get(), known.get().name()));
        }
        var name = PersonName.tidy(input.name());
        if (name.isEmpty()) {
            return Decision.answer(new BadName());
        }
        return countries
                .find(phone.get().region())
                .map(country -> add(attempt, phone.get(), name.get(), country))
                .orElseGet(() -> Decision.answer(new NoService(phone.get().region())));
    }

    private Decision<Reply> add(Attempt attempt, PhoneNumber phone, String name, Countries.Country country) {
        var agent = new Agent(
                attempt.ids().next(),
                phone.e164(),
                name,
                country.language().code(),
                country.code(),
                Agent.ACTIVE,
                attempt.now(),
                0);
        var draft = attempt.draft()
                .write(agent)
                .open(agent.floatIn(country.currency()))
                .open(agent.commissionIn(country.currency()))
                .tell(phone, agent.spoken(), "agent.welcome", Map.of("name", name, "dial", countries.dial(phone)))
                .fact("agent", agent.id());
        return Decision.propose(new Added(phone, name, country.currency().getCode()), draft);
    }
}
