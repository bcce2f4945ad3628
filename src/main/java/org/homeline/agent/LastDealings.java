package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.homeline.customer.Activities;
import org.homeline.customer.Activity;
import org.homeline.customer.Countries;
import org.homeline.language.Texts;
import org.homeline.money.Money;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Outcome;

/** What an agent did last with customers' cash. */
@Singleton
public final class LastDealings extends AgentOperation<LastDealings.Input, LastDealings.Reply> {
    @Serdeable
    public record Input() {}

    /** How it can end. */
    public sealed interface Reply extends Outcome {}

    /** @param items the newest first; none where there is nothing yet */
    @Serdeable
    public record Last(List<Entry> items) implements Reply {}

    /**
     * @param what in the agent's language
     * @param at in the agent's country
     */
    @Serdeable
    public record Entry(String reference, String what, Money amount, String other, ZonedDateTime at) {}

    private final Activities activities;
    private final Countries countries;
    private final Texts texts;

    LastDealings(Agents agents, Activities activities, Countries countries, Texts texts) {
        super("agent.last", Input.class, Reply.class, Consent.PIN, agents);
        this.activities = activities;
        this.countries = countries;
        this.texts = texts;
    }

    @Override
    public boolean onlyAnswers() {
        return true;
    }

    @Override
    Decision<Reply> decide(Input input, Attempt attempt, Agent agent) {
        return Decision.answer(new Last(activities.findTop10ByOwnerOrderByAtDesc(agent.id()).stream()
                .map(line -> entry(line, agent))
                .toList()));
    }

    private Entry entry(Activity line, Agent agent) {
        return new Entry(
                line.reference(),
                texts.say(agent.spoken(), "activity." + line.what(), Map.of()),
                line.money().abs(),
                line.other(),
                line.at().atZone(countries.of(agent.country()).zone()));
    }
}
