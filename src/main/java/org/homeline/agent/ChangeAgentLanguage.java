package org.homeline.agent;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import org.homeline.language.Language;
import org.homeline.operation.Attempt;
import org.homeline.operation.Decision;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Role;

/** Chooses the language in which Homeline speaks to an agent. */
@Singleton
final class ChangeAgentLanguage extends Operation<ChangeAgentLanguage.Input, ChangeAgentLanguage.Reply> {
    @Serdeable
    record Input(Language language) {}

    /** How it can end. */
    sealed interface Reply extends Outcome {}

    @Serdeable
    record LanguageChanged(Language language) implements Reply {}

    private final Agents agents;

    ChangeAgentLanguage(Agents agents) {
        super("agent.changeLanguage", Input.class, Reply.class);
        this.agents = agents;
    }

    @Override
    public Role role() {
        return Role.AGENT;
    }

    @Override
    public Decision<Reply> decide(Input input, Attempt attempt) {
        var agent = agents.serving(attempt).withLanguage(input.language());
        return Decision.propose(
                new LanguageChanged(input.language()), attempt.draft().write(agent));
    }
}
