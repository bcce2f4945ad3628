package org.homeline.conversation.command;

import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeline.conversation.Components;
import org.homeline.conversation.Inputs;
import org.homeline.conversation.SmsConversation;
import org.homeline.conversation.command.Command.Reply;
import org.homeline.customer.Countries;
import org.homeline.language.Language;
import org.homeline.language.Texts;
import org.homeline.operation.Actor;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Refused;
import org.homeline.operation.Teller;
import org.homeline.phone.PhoneNumber;

/**
 * Answers texts by the commands. What it throws has done nothing, or will answer the same when the message comes again;
 * the body may hold a PIN, which is neither logged nor kept. Steps back where a test brings another.
 */
@Singleton
@Secondary
final class SmsCommands implements SmsConversation {
    static final String NOT_UNDERSTOOD = "sms.not-understood";
    /** A value that every reply has: what the writer dials, or {@link Countries#NO_DIAL}. */
    static final String DIAL = "dial";

    static final String UNAVAILABLE = "sms.unavailable";

    static final String NEARLY_UNDERSTOOD = "sms.nearly-understood";

    private final Commands commands;
    private final Teller teller;
    private final Texts texts;
    private final Patience patience;
    private final Countries countries;

    SmsCommands(Commands commands, Teller teller, Texts texts, Patience patience, Countries countries) {
        this.commands = commands;
        this.teller = teller;
        this.texts = texts;
        this.patience = patience;
        this.countries = countries;
    }

    @Override
    public Optional<String> answer(PhoneNumber from, String body, String key) {
        var caller = new Actor.Caller(from, Actor.Channel.SMS);
        return switch (commands.read(body)) {
            case Understanding.NotUnderstood not ->
                patience.allows(from) ? Optional.of(example(not, language(caller, key, not))) : Optional.empty();
            case Understanding.Understood understood -> answer(understood, caller, key);
        };
    }

    @Override
    public String unavailable(PhoneNumber from) {
        var likely =
                countries.find(from.region()).map(Countries.Country::language).orElse(Language.ENGLISH);
        return texts.say(known(from).orElse(likely), UNAVAILABLE, Map.of());
    }

    /** The writer's own language, where what is broken lets it be read. */
    private Optional<Language> known(PhoneNumber from) {
        try {
            return recognised(new Actor.Caller(from, Actor.Channel.SMS), "sms-unavailable");
        } catch (RuntimeException broken) {
            return Optional.empty();
        }
    }

    private Optional<String> answer(Understanding.Understood understood, Actor.Caller caller, String key) {
        var language = language(caller, key, understood);
        var command = understood.command();
        if (command.run() == null) {
            return Optional.ofNullable(command.reply()).map(text -> texts.say(language, text, about(caller)));
        }
        var operation = operation(command.run());
        var outcome = teller.perform(
                operation.name(), Inputs.fill(operation, understood.slots()), caller, key, understood.pin());
        return outcome instanceof Refused refused
                ? refused(command, refused, language, caller)
                : said(understood, outcome, language, caller);
    }

    private Optional<String> said(
            Understanding.Understood understood, Outcome outcome, Language language, Actor.Caller caller) {
        var name = outcome.getClass().getSimpleName();
        var values = about(caller);
        values.putAll(understood.slots());
        values.putAll(Components.of(outcome));
        var spoken = values.get("language") instanceof Language told ? told : language;
        var reply = understood.command().on().get(name);
        if (reply == null) {
            throw new IllegalStateException(understood.command().verb() + " has no reply to " + name);
        }
        return say(reply, spoken, values);
    }

    private Optional<String> say(Reply reply, Language language, Map<String, Object> values) {
        return switch (reply) {
            case Reply.Text text -> Optional.of(texts.say(language, text.key(), values));
            case Reply.Listing list -> {
                var said = new StringBuilder(texts.say(language, list.key(), values));
                if (values.get(list.component()) instanceof List<?> rows) {
                    rows.stream()
                            .limit(Reply.Listing.MOST_ROWS)
                            .forEach(row ->
                                    said.append('\n').append(texts.say(language, list.row(), Components.of(row))));
                }
                yield Optional.of(said.toString());
            }
            case Reply.Silent silent -> Optional.empty();
        };
    }

    private Optional<String> refused(Command command, Refused refused, Language language, Actor.Caller caller) {
        var own = command.refused().get(refused.reason());
        var values = about(caller);
        values.putAll(refused.values());
        return own == null
                ? Optional.of(texts.say(language, "refused." + refused.reason(), values))
                : say(own, language, values);
    }

    /** What every reply may tell: what the writer dials. */
    private Map<String, Object> about(Actor.Caller caller) {
        return new HashMap<>(Map.of(DIAL, countries.dial(caller.phone())));
    }

    private String example(Understanding.NotUnderstood not, Language language) {
        var nearest = not.nearest();
        return nearest == null
                ? texts.say(language, NOT_UNDERSTOOD, Map.of())
                : texts.say(
                        language,
                        NEARLY_UNDERSTOOD,
                        Map.of("example", texts.say(language, nearest.example(), Map.of())));
    }

    /** The writer's own, or that of the word that was written. */
    private Language language(Actor.Caller caller, String key, Understanding understanding) {
        return recognised(caller, key + ":language").orElse(understanding.language());
    }

    private Optional<Language> recognised(Actor.Caller caller, String key) {
        var operation = operation(commands.recognise());
        var outcome = teller.perform(operation.name(), Inputs.fill(operation, Map.of()), caller, key, null);
        return Components.of(outcome).get("language") instanceof Language known ? Optional.of(known) : Optional.empty();
    }

    private Operation<?, ?> operation(String name) {
        return teller.find(name).orElseThrow(() -> new IllegalStateException("no operation is called " + name));
    }
}
