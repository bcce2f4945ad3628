package org.homeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.homeline.OperatorInput.Shape;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A command that is an operation: its arguments are the operation's inputs, in order.
 *
 * @param group the word before the verb: {@code agent}
 * @param operation its name
 * @param makesPlace whether it may be the first thing that happens in a new data folder
 */
record OperatorVerb(
        String group,
        String verb,
        String operation,
        String description,
        boolean makesPlace,
        List<OperatorInput> fields) {
    private static final OperatorInput PHONE = new OperatorInput("phone", Shape.WORD);
    private static final OperatorInput AMOUNT = new OperatorInput("amount", Shape.AMOUNT);
    private static final OperatorInput MONEY = new OperatorInput("amount", Shape.MONEY);
    /** No input: the command's own, as an option. */
    private static final OperatorInput KEY = new OperatorInput("key", Shape.WORD);

    private static final OperatorInput NAME = new OperatorInput("name", Shape.WORD);
    private static final OperatorInput REASON = new OperatorInput("reason", Shape.MAYBE_WORDS);
    private static final OperatorInput WHY = new OperatorInput("reason", Shape.OPTION);

    private static final List<OperatorVerb> OWN = List.of(
            first("agent", "add", "agent.add", "make somebody an agent", PHONE, new OperatorInput("name", Shape.WORDS)),
            verb("agent", "float", "agent.loadFloat", "give an agent float", PHONE, AMOUNT, REASON),
            verb(
                    "agent",
                    "take-float",
                    "agent.takeFloat",
                    "take float back from an agent, whose money was paid out",
                    PHONE,
                    AMOUNT,
                    WHY),
            verb("agent", "list", "agent.list", "list the agents"),
            verb("agent", "block", "agent.block", "stop an agent from serving anybody", PHONE, WHY),
            verb("agent", "unblock", "agent.unblock", "lift a block, or a lock after wrong PINs", PHONE, WHY),
            verb("agent", "reset-pin", "agent.resetPin", "let an agent who forgot the PIN choose anew", PHONE, WHY),
            verb(
                    "terminal",
                    "add",
                    "agent.addTerminal",
                    "bind a cash terminal to an agent",
                    new OperatorInput("terminal", Shape.WORD),
                    PHONE),
            verb("terminal", "list", "agent.listTerminals", "list the terminals"),
            verb(
                    "terminal",
                    "block",
                    "agent.blockTerminal",
                    "answer a terminal no more",
                    new OperatorInput("terminal", Shape.WORD),
                    WHY),
            verb(
                    "terminal",
                    "unblock",
                    "agent.unblockTerminal",
                    "answer it again",
                    new OperatorInput("terminal", Shape.WORD),
                    WHY),
            verb(
                    "terminal",
                    "reversals",
                    "agent.listStuck",
                    "list what terminals could not take back, to settle with agent and customer"),
            verb(
                    "terminal",
                    "settled",
                    "agent.settleStuck",
                    "take one off that list, once agent and customer agree",
                    new OperatorInput("reference", Shape.WORD),
                    WHY),
            verb("customer", "show", "customer.show", "show a customer", PHONE),
            verb(
                    "customer",
                    "tier",
                    "customer.setTier",
                    "set a customer's tier",
                    PHONE,
                    new OperatorInput("tier", Shape.WORD)),
            verb("customer", "block", "customer.block", "let nobody use a customer's account", PHONE),
            verb("customer", "unblock", "customer.unblock", "lift a block, or a lock after wrong PINs", PHONE),
            verb(
                    "customer",
                    "reset-pin",
                    "customer.resetPin",
                    "let a customer who forgot the PIN choose anew",
                    PHONE,
                    WHY),
            first("treasury", "prefund", "treasury.prefund", "put own money with a payout partner", MONEY, REASON),
            verb("treasury", "withdraw", "treasury.withdraw", "take own money back", MONEY, REASON),
            verb(
                    "treasury",
                    "exchange",
                    "treasury.exchange",
                    "exchange own money",
                    new OperatorInput("sold", Shape.MONEY),
                    new OperatorInput("bought", Shape.MONEY),
                    REASON),
            verb("treasury", "cover", "treasury.cover", "pay own money in for what was written off", MONEY, REASON),
            verb("treasury", "show", "treasury.show", "show where the money is"),
            first(
                    "key",
                    "import",
                    "key.import",
                    "take a key that is shared with a partner or terminal, and show its check value",
                    NAME,
                    new OperatorInput("algorithm", Shape.CHOICE),
                    new OperatorInput("components", Shape.SECRET_FILE, "file")),
            verb("key", "list", "key.list", "list the keys that are shared with partners and terminals"),
            verb("key", "remove", "key.remove", "take such a key away", NAME));

    static final List<OperatorVerb> ALL =
            Stream.concat(OWN.stream(), SettlementVerbs.all().stream()).toList();

    /** What only looks has no key and takes its time. */
    private static final Set<String> LOOKING =
            Set.of("list", "show", "status", "exceptions", "instructions", "reversals");

    private static final Map<String, String> GROUPS = Map.of(
            "agent",
            "add agents, give and take back float, list, block and unblock them, reset their PINs",
            "terminal",
            "cash terminals: add, list, block and unblock them, see what they could not take back",
            "customer",
            "show, tier, block and unblock customers, reset their PINs",
            "treasury",
            "the operator's own money: prefund, withdraw, exchange, cover losses, show",
            "key",
            "the keys that are shared with banks and terminals: import, list, remove",
            SettlementVerbs.GROUP,
            SettlementVerbs.DESCRIPTION);

    static OperatorVerb verb(String group, String verb, String operation, String description, OperatorInput... fields) {
        return new OperatorVerb(group, verb, operation, description, false, List.of(fields));
    }

    private static OperatorVerb first(
            String group, String verb, String operation, String description, OperatorInput... fields) {
        return new OperatorVerb(group, verb, operation, description, true, List.of(fields));
    }

    /** A command for each group, with its verbs below it. */
    static Map<String, Supplier<Object>> groups() {
        var groups = new LinkedHashMap<String, Supplier<Object>>();
        ALL.forEach(verb -> groups.put(verb.group, () -> group(verb.group)));
        return groups;
    }

    private static CommandLine group(String name) {
        var spec = CommandSpec.create().name(name).mixinStandardHelpOptions(true);
        spec.usageMessage().description(GROUPS.getOrDefault(name, ""));
        var line = new CommandLine(spec);
        ALL.stream()
                .filter(verb -> verb.group.equals(name))
                .forEach(verb -> line.addSubcommand(verb.verb, verb.command()));
        if (name.equals(SettlementVerbs.GROUP)) {
            SettlementVerbs.commands().forEach(line::addSubcommand);
        }
        return line;
    }

    private CommandLine command() {
        var place = new Place();
        var values = new LinkedHashMap<OperatorInput, List<String>>();
        var run = new Run(place, values);
        var spec = CommandSpec.wrapWithoutInspection(run).name(verb).mixinStandardHelpOptions(true);
        spec.usageMessage().description(description);
        spec.addMixin("place", CommandSpec.forAnnotatedObject(place));
        for (int i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            if (field.shape().isOption()) {
                spec.addOption(option(
                        values, field, field.description(), !field.shape().isOptional()));
                continue;
            }
            var optional = field.shape().isOptional();
            var many = optional || field.shape() == Shape.WORDS;
            spec.addPositional(PositionalParamSpec.builder()
                    .index(many ? i + "..*" : Integer.toString(i))
                    .arity(optional ? "0..*" : many ? "1..*" : "1")
                    .paramLabel(field.name().toUpperCase(Locale.ROOT))
                    .description(field.description())
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .required(!optional)
                    .setter(setter(values, field))
                    .build());
        }
        if (changes()) {
            spec.addOption(option(
                    values,
                    KEY,
                    "a name for this command, which is done once for each KEY however often it is given",
                    false));
        }
        return run.in(new CommandLine(spec));
    }

    private static OptionSpec option(
            Map<OperatorInput, List<String>> values, OperatorInput field, String description, boolean required) {
        return OptionSpec.builder("--" + field.option())
                .arity("1")
                .paramLabel(field.option().toUpperCase(Locale.ROOT))
                .type(String.class)
                .description(description)
                .required(required)
                .setter(setter(values, field))
                .build();
    }

    /** What the command line calls. */
    private final class Run implements Callable<Integer> {
        private final Place place;
        private final Map<OperatorInput, List<String>> values;
        private @Nullable CommandLine command;

        Run(Place place, Map<OperatorInput, List<String>> values) {
            this.place = place;
            this.values = values;
        }

        CommandLine in(CommandLine line) {
            command = line;
            return line;
        }

        @Override
        public Integer call() {
            return run(Objects.requireNonNull(command), place, values);
        }
    }

    private static CommandLine.Model.ISetter setter(Map<OperatorInput, List<String>> values, OperatorInput field) {
        return new CommandLine.Model.ISetter() {
            @Override
            @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
            public <T> T set(T value) {
                if (value != null) {
                    values.computeIfAbsent(field, first -> new ArrayList<>())
                            .addAll(value instanceof String one ? List.of(one) : (List<String>) value);
                }
                return value;
            }
        };
    }

    private boolean changes() {
        return !LOOKING.contains(verb);
    }

    private int run(CommandLine command, Place place, Map<OperatorInput, List<String>> values) {
        if (!makesPlace) {
            place.requireData();
        }
        var input = new LinkedHashMap<String, Object>();
        var typed = new LinkedHashMap<String, String>();
        for (var field : fields) {
            var text = String.join(" ", values.getOrDefault(field, List.of()));
            typed.put(field.name(), text);
            if (field.shape() != Shape.MAYBE_CHOICE || values.containsKey(field)) {
                input.put(field.name(), field.shape().read(text));
            }
        }
        var key = values.containsKey(KEY) ? String.join(" ", values.get(KEY)) : null;
        var answer = changes()
                ? OperatorLine.change(place, operation, input, key)
                : OperatorLine.ask(place, operation, input);
        return EmptyLists.say(operation, answer)
                .map(words -> say(command, words))
                .orElseGet(() -> OutcomePrinter.of(command).print(answer, typed));
    }

    private static int say(CommandLine command, String words) {
        command.getOut().println(words);
        command.getOut().flush();
        return 0;
    }
}
