package org.homeline.conversation.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.configuration.Node;
import org.homeline.configuration.Problems;
import org.homeline.conversation.command.Command.Reply;
import org.homeline.customer.Countries;
import org.homeline.language.Language;

/** Reads the file of commands; what is wrong in one does not hide what is wrong in the next. */
final class CommandReader {
    private static final String SILENT = "silent";
    private static final Pattern WORD = Pattern.compile("[A-Z]{2,20}");

    /**
     * Words that carriers and Twilio act on when they stand alone (Twilio, "Support for opt-out keywords"; CTIA Messaging
     * Principles, 5.1), in the languages spoken here.
     */
    private static final Set<String> CARRIER = Set.of(
            "STOP",
            "STOPALL",
            "UNSUBSCRIBE",
            "CANCEL",
            "END",
            "QUIT",
            "START",
            "YES",
            "UNSTOP",
            "HELP",
            "INFO",
            "OPTOUT",
            "REVOKE",
            "ARRET",
            "ARRETER",
            "ARRETE",
            "DESABONNER",
            "ANNULER",
            "FIN",
            "OUI",
            "AIDE",
            "ALTO",
            "PARAR",
            "BAJA",
            "CANCELAR",
            "SALIR",
            "TERMINAR",
            "SI",
            "AYUDA",
            "ACOMETA",
            "SIMAMA",
            "ACHA",
            "NDIYO",
            "MSAADA");

    private final Problems problems = new Problems();
    private final Map<String, String> owners = new HashMap<>();

    Commands read(ConfigurationFolder folder) {
        var file = folder.read(Commands.FILE).only("recognise", "languages", "commands");
        var languages = new HashMap<String, Language>();
        problems.attempt(() -> file.get("languages").fields().forEach((code, names) -> {
            languages.put(Words.fold(code), new Language(code));
            names.items().forEach(name -> languages.put(Words.fold(name.text()), new Language(code)));
        }));
        var commands = new ArrayList<Command>();
        problems.each(
                file.get("commands").fields().entrySet(),
                entry -> commands.add(command(entry.getKey(), entry.getValue())));
        var recognise = problems.attempt(() -> file.get("recognise").text());
        problems.raise();
        return new Commands(
                java.util.Objects.requireNonNull(recognise),
                commands,
                new Vocabulary(new Languages(languages), Countries.words(folder)));
    }

    private Command command(String verb, Node node) {
        node.only("aliases", "carrier-keywords", "example", "slots", "reply", "run", "on", "refused");
        var aliases = new LinkedHashMap<Language, List<String>>();
        node.get("aliases").fields().forEach((code, words) -> {
            aliases.put(new Language(code), words(verb, words));
        });
        var keywords = node.find("carrier-keywords").map(CommandReader::texts).orElse(List.of());
        if (node.find("run").isPresent() == node.find("reply").isPresent()) {
            throw node.wrong("must have either 'run' or 'reply'");
        }
        return new Command(
                verb,
                node,
                aliases,
                keywords.stream().map(Words::fold).collect(Collectors.toSet()),
                node.get("example").text(),
                node.find("slots").map(Node::items).orElse(List.of()).stream()
                        .map(CommandReader::slot)
                        .toList(),
                node.find("reply").map(Node::text).orElse(null),
                node.find("run").map(Node::text).orElse(null),
                node.find("on").map(CommandReader::replies).orElse(Map.of()),
                node.find("refused").map(CommandReader::replies).orElse(Map.of()));
    }

    /** Aliases of a language; two commands may not share one. */
    private List<String> words(String verb, Node node) {
        var words = new ArrayList<String>();
        problems.each(node.items(), item -> {
            var word = Words.fold(item.text());
            var owner = owners.putIfAbsent(word, verb);
            if (!WORD.matcher(word).matches()) {
                throw item.wrong("write one word of 2 to 20 letters");
            }
            if (CARRIER.contains(word)) {
                throw item.wrong("'" + word + "' never reaches us: carriers act on it themselves; choose another word");
            }
            if (owner != null && !owner.equals(verb)) {
                throw item.wrong("'" + word + "' is a word for " + owner + " already");
            }
            words.add(word);
        });
        return words;
    }

    private static Command.Slot slot(Node node) {
        node.only("slot", "as", "optional", "after");
        return new Command.Slot(
                node.get("slot").text(),
                node.get("as").oneOf(SmsSlot.class),
                node.find("optional").map(Node::flag).orElse(false),
                node.find("after").map(CommandReader::texts).orElse(List.of()).stream()
                        .map(Words::fold)
                        .collect(Collectors.toSet()));
    }

    private static Map<String, Reply> replies(Node node) {
        var replies = new LinkedHashMap<String, Reply>();
        node.fields().forEach((name, value) -> {
            replies.put(name, reply(value));
        });
        return replies;
    }

    private static Reply reply(Node node) {
        if (node.isMap()) {
            node.only("text", "list", "row");
            return new Reply.Listing(
                    node.get("text").text(),
                    node.get("list").text(),
                    node.get("row").text(),
                    node);
        }
        return node.text().equals(SILENT) ? new Reply.Silent(node) : new Reply.Text(node.text(), node);
    }

    private static List<String> texts(Node node) {
        Collection<Node> items = node.items();
        return items.stream().map(Node::text).toList();
    }
}
