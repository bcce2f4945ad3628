package org.homeline.conversation.command;

import io.micronaut.core.reflect.ReflectionUtils;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.homeline.configuration.Node;
import org.homeline.configuration.Problem;
import org.homeline.configuration.Problems;
import org.homeline.conversation.Components;
import org.homeline.conversation.Inputs;
import org.homeline.conversation.MenuCheck;
import org.homeline.conversation.Samples;
import org.homeline.conversation.command.Command.Reply;
import org.homeline.conversation.command.Command.Slot;
import org.homeline.language.Texts;
import org.homeline.operation.Operation;
import org.homeline.operation.Pin;
import org.homeline.operation.Teller;
import org.homeline.phone.Gsm;

/**
 * Holds the commands against the operations and the texts: every outcome has its reply, slots fill the input, every verb
 * has a word in every language, and every example is itself understood. Says what each reply costs in parts.
 */
@Singleton
public final class CommandCheck {
    private final Commands commands;
    private final Texts texts;
    private final Teller teller;
    private final Set<String> reasons;

    CommandCheck(Commands commands, Texts texts, Teller teller) {
        this.commands = commands;
        this.texts = texts;
        this.teller = teller;
        this.reasons = MenuCheck.reasons(teller.policies());
    }

    /** Everything that is wrong; empty where nothing is. */
    public List<Problem> problems() {
        var problems = new Problems();
        if (teller.find(commands.recognise()).isEmpty()) {
            problems.add(new Problem(Commands.FILE, 0, "recognise", "no operation is called " + commands.recognise()));
        }
        for (var key : List.of(SmsCommands.NOT_UNDERSTOOD, SmsCommands.NEARLY_UNDERSTOOD)) {
            if (!texts.has(key)) {
                problems.add(new Problem(Commands.FILE, 0, "", "there is no text '" + key + "'"));
            }
        }
        commands.all().forEach(command -> command(command, problems));
        return problems.found();
    }

    /** One line for each reply and language: how many parts it takes at its longest, and how many characters. */
    public List<String> costs() {
        var lines = new TreeSet<String>();
        for (var command : commands.all()) {
            if (command.reply() != null) {
                costs(command.reply(), Map.of(), lines);
            }
            outcomes(command).forEach((name, outcome) -> {
                if (command.on().get(name) instanceof Reply.Text text) {
                    costs(text.key(), types(command, outcome), lines);
                }
            });
        }
        return List.copyOf(lines);
    }

    private void costs(String key, Map<String, Set<Class<?>>> types, Set<String> lines) {
        for (var language : texts.languages()) {
            var longest = Samples.of(Samples.asked(types, texts, List.of(key)), texts, language, List.of(key)).stream()
                    .map(values -> texts.say(language, key, values))
                    .max((one, other) -> Integer.compare(one.length(), other.length()))
                    .orElse("");
            lines.add("%s %s: %d parts, %d characters%s"
                    .formatted(
                            key,
                            language,
                            Gsm.parts(longest).size(),
                            longest.length(),
                            Gsm.encodes(longest) ? "" : ", not seven-bit"));
        }
    }

    private void command(Command command, Problems problems) {
        texts.languages().stream()
                .filter(language ->
                        command.aliases().getOrDefault(language, List.of()).isEmpty())
                .forEach(language -> problems.add(command.source().problem("has no word in " + language)));
        example(command, problems);
        if (command.run() == null) {
            usable(
                    command.source(),
                    command.reply() == null ? "" : command.reply(),
                    Set.of(SmsCommands.DIAL),
                    problems);
            return;
        }
        var operation = teller.find(command.run());
        if (operation.isEmpty()) {
            problems.add(command.source().problem("no operation is called '" + command.run() + "'"));
            return;
        }
        input(command, operation.get(), problems);
        replies(command, problems);
        command.refused().forEach((reason, reply) -> {
            if (!reasons.contains(reason)) {
                problems.add(reply.source().problem("nothing is refused for '" + reason + "': reasons are " + reasons));
            }
            if (reply instanceof Reply.Text text && !texts.has(text.key())) {
                problems.add(reply.source().problem("there is no text '" + text.key() + "'"));
            }
        });
    }

    private void example(Command command, Problems problems) {
        if (!usable(command.source(), command.example(), Set.of(), problems)) {
            return;
        }
        for (var language : texts.languages()) {
            var sentence = texts.say(language, command.example(), Map.of());
            if (!(commands.read(sentence) instanceof Understanding.Understood understood)
                    || !understood.command().equals(command)) {
                problems.add(texts.source(language, command.example())
                        .problem("is not understood as " + command.verb() + ": '" + sentence + "'"));
            }
        }
    }

    private static void input(Command command, Operation<?, ?> operation, Problems problems) {
        var slots = command.slots().stream().collect(Collectors.toMap(Slot::name, slot -> slot));
        var components = Inputs.of(operation);
        var names = components.stream().map(Argument::getName).collect(Collectors.toSet());
        for (var slot : command.slots()) {
            if (!names.contains(slot.name()) && slot.as().type() != Pin.class) {
                problems.add(command.source()
                        .problem("%s takes no '%s': it takes %s"
                                .formatted(command.run(), slot.name(), new TreeSet<>(names))));
            }
        }
        for (var component : components) {
            var slot = slots.get(component.getName());
            if (slot == null ? !component.isNullable() : slot.optional() && !component.isNullable()) {
                problems.add(command.source().problem("%s needs '%s'".formatted(command.run(), component.getName())));
            } else if (slot != null && !Inputs.fits(slot.as().type(), component)) {
                problems.add(command.source().problem("'%s' can't be %s".formatted(slot.name(), slot.as())));
            }
        }
    }

    private void replies(Command command, Problems problems) {
        var outcomes = outcomes(command);
        outcomes.keySet().stream()
                .filter(name -> !command.on().containsKey(name))
                .forEach(name -> problems.add(command.source()
                        .problem("%s may answer %s: say under 'on' what to reply, or silent"
                                .formatted(command.run(), name))));
        command.on().forEach((name, reply) -> {
            var outcome = outcomes.get(name);
            if (outcome == null) {
                problems.add(reply.source()
                        .problem("%s never answers %s: it answers %s"
                                .formatted(command.run(), name, new TreeSet<>(outcomes.keySet()))));
                return;
            }
            var known = types(command, outcome).keySet();
            switch (reply) {
                case Reply.Text text -> usable(text.source(), text.key(), known, problems);
                case Reply.Listing list -> {
                    usable(list.source(), list.key(), known, problems);
                    usable(list.source(), list.row(), row(list, outcome), problems);
                }
                case Reply.Silent silent -> {}
            }
        });
    }

    private boolean usable(Node source, String key, Set<String> known, Problems problems) {
        if (!texts.has(key)) {
            problems.add(source.problem("there is no text '" + key + "': write it in texts/en.yaml and the others"));
            return false;
        }
        var missing = new TreeSet<>(texts.values(key));
        missing.removeAll(known);
        if (!missing.isEmpty()) {
            problems.add(source.problem(
                    "the text '%s' asks for %s; known are %s".formatted(key, missing, new TreeSet<>(known))));
        }
        return missing.isEmpty();
    }

    private Map<String, Class<?>> outcomes(Command command) {
        var outcomes = new HashMap<String, Class<?>>();
        if (command.run() != null) {
            teller.find(command.run())
                    .ifPresent(operation -> Arrays.stream(operation.outcomes().getPermittedSubclasses())
                            .forEach(outcome -> outcomes.put(outcome.getSimpleName(), outcome)));
        }
        return outcomes;
    }

    /** What a reply to the outcome knows: what was written and what was told. */
    private static Map<String, Set<Class<?>>> types(Command command, Class<?> outcome) {
        var types = new HashMap<String, Set<Class<?>>>(Map.of(SmsCommands.DIAL, Set.of(String.class)));
        for (var slot : command.slots()) {
            if (!slot.optional() && slot.as().type() != Pin.class) {
                types.put(slot.name(), Set.of(slot.as().type()));
            }
        }
        for (var component : Components.in(outcome)) {
            if (!component.isNullable()) {
                types.put(component.getName(), Set.of(ReflectionUtils.getWrapperType(component.getType())));
            }
        }
        return types;
    }

    private static Set<String> row(Reply.Listing list, Class<?> outcome) {
        var names = new ArrayList<String>();
        for (var component : Components.in(outcome)) {
            if (component.getName().equals(list.component()) && component.getTypeParameters().length == 1) {
                Components.in(component.getTypeParameters()[0].getType()).forEach(part -> names.add(part.getName()));
            }
        }
        return Set.copyOf(names);
    }
}
