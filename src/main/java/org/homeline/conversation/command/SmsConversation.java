package org.homeline.conversation.command;

import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeline.conversation.Components;
import org.homeline.conversation.Inputs;
import org.homeline.conversation.command.Command.Reply;
import org.homeline.language.Language;
import org.homeline.language.Texts;
import org.homeline.operation.Actor;
import org.homeline.operation.Operation;
import org.homeline.operation.Outcome;
import org.homeline.operation.Refused;
import org.homeline.operation.Teller;
import org.homeline.phone.PhoneNumber;

/** Answers text messages. */
@Singleton
@Secondary
public final class SmsConversation implements org.homeline.conversation.SmsConversation {
    static final String NOT_UNDERSTOOD = "sms.not-understood";
    static final String NEARLY_UNDERSTOOD = "sms.nearly-understood";

    private final Commands commands;
    private final Teller teller;
    private final Texts texts;
    private final Patience patience;

    SmsConversation(Commands commands, Teller teller, Texts texts, Patience patience) {
        this.commands = commands;
        this.teller = teller;
        this.texts = texts;
        this.patience = patience;
    }

    /**
     * Does what a message asks for and says what to reply. Given the same key again it does nothing twice. What it throws
     * has done nothing, or will answer the same when the message comes again.
     *
     * @param body as received; may hold a PIN, so neither log nor keep it
     * @param key the same for a message that comes again, and for no other: {@code sms:<MessageSid>}
     * @return empty where there is nothing to say: a receipt is on its way already, or nobody should be answered any more
     */
    @Override
    public Optional<String> answer(PhoneNumber from, String body, String key) {
        var caller = new Actor.Caller(from, Actor.Channel.SMS);
        return switch (commands.read(body)) {
            case Understanding.NotUnderstood not ->
                patience.allows(from) ? Optional.of(example(not, language(caller, key, not))) : Optional.empty();
            case Understanding.Understood understood -> answer(understood, caller, key);
        };
    }

    private Optional<String> answer(Understanding.Understood understood, Actor.Caller caller, String key) {
        var language = language(caller, key, understood);
        var command = understood.command();
        if (command.run() == null) {
            return Optional.ofNullable(command.reply()).map(text -> texts.say(language, text, Map.of()));
        }
        var operation = operation(command.run());
        var outcome = teller.perform(
                operation.name(), Inputs.fill(operation, understood.slots()), caller, key, understood.pin());
        return outcome instanceof Refused refused
                ? refused(command, refused, language)
                : said(understood, outcome, language);
    }

    private Optional<String> said(Understanding.Understood understood, Outcome outcome, Language language) {
        var name = outcome.getClass().getSimpleName();
        var values = new HashMap<>(understood.slots());
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

    private Optional<String> refused(Command command, Refused refused, Language language) {
        var own = command.refused().get(refused.reason());
        return own == null
                ? Optional.of(texts.say(language, "refused." + refused.reason(), refused.values()))
                : say(own, language, refused.values());
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
        var operation = operation(commands.recognise());
        var outcome =
                teller.perform(operation.name(), Inputs.fill(operation, Map.of()), caller, key + ":language", null);
        return Components.of(outcome).get("language") instanceof Language known ? known : understanding.language();
    }

    private Operation<?, ?> operation(String name) {
        return teller.find(name).orElseThrow(() -> new IllegalStateException("no operation is called " + name));
    }
}
