package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.language.Language;
import org.homeline.operation.Attempt;
import org.homeline.operation.Consent;
import org.homeline.operation.Decision;
import org.homeline.operation.Outcome;

/** Chooses the language in which Homeline speaks to an agent. */
@Singleton
final class ChangeAgentLanguage extends AgentOperation<ChangeAgentLanguage.Input, ChangeAgentLanguage.Reply> {
    @Serdeable
    record Input(Language language) {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record LanguageChanged(Language language) implements Reply {}

    ChangeAgentLanguage(Agents agents) {
        super("agent.changeLanguage", Input.class, Reply.class, Consent.PHONE, agents);
    }

    @Override
    Decision<Reply> decide(Input input, Attempt attempt, Agent agent) {
        return Decision.propose(
                new LanguageChanged(input.language()), attempt.draft().write(agent.withLanguage(input.language())));
    }
}
