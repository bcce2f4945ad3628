package org.homeline.conversation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeline.configuration.ConfigurationException;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.configuration.Node;
import org.homeline.configuration.Problem;
import org.homeline.configuration.Problems;
import org.homeline.conversation.Screen.Branch;
import org.homeline.conversation.Screen.Given;
import org.homeline.conversation.Screen.Target;
import org.jspecify.annotations.Nullable;

/** Reads the files of menus; what is wrong in one screen does not hide what is wrong in the next. */
final class MenuReader {
    private static final String CONSTANT = "=";
    private static final String AGAIN = "again";

    private final Problems problems = new Problems();
    private final Map<String, Screen> screens = new LinkedHashMap<>();
    private final Map<String, Branch> refused = new LinkedHashMap<>();
    private final List<Target> starts = new ArrayList<>();

    Menus read(ConfigurationFolder folder) {
        problems.each(folder.list(Menus.FOLDER, ".yaml"), file -> file(folder.read(file)));
        if (starts.size() != 1) {
            problems.add(new Problem(
                    Menus.FOLDER, 0, "start", "exactly one file must name the first screen: found " + starts.size()));
        }
        problems.raise();
        return new Menus(starts.getFirst(), screens, refused);
    }

    private void file(Node file) {
        file.only("start", "refused", "screens");
        file.find("start").ifPresent(start -> starts.add(target(start)));
        file.find("refused")
                .ifPresent(shared -> problems.each(shared.fields().entrySet(), entry -> {
                    if (refused.put(entry.getKey(), refusal(entry.getKey(), entry.getValue())) != null) {
                        throw entry.getValue().wrong("stands in another file too: keep one");
                    }
                }));
        file.find("screens")
                .ifPresent(all -> problems.each(all.fields().entrySet(), entry -> {
                    var name = entry.getKey();
                    if (name.equals(Target.HOME)) {
                        throw entry.getValue().wrong("'home' means the session's own home: choose another name");
                    }
                    if (screens.put(name, screen(name, entry.getValue())) != null) {
                        throw entry.getValue().wrong("stands in another file too: keep one");
                    }
                }));
    }

    private Screen screen(String name, Node node) {
        if (node.find("menu").isPresent()) {
            return menu(name, node.only("menu", "home", "choices"));
        }
        if (node.find("ask").isPresent()) {
            node.only("ask", "as", "text", "to");
            return new Screen.Question(
                    name,
                    node,
                    node.get("text").text(),
                    node.get("ask").text(),
                    node.get("as").oneOf(SlotType.class),
                    target(node.get("to")));
        }
        if (node.find("list").isPresent()) {
            node.only("list", "text", "row", "to");
            return new Screen.Listing(
                    name,
                    node,
                    node.get("text").text(),
                    node.get("list").text(),
                    node.get("row").text(),
                    node.find("to").map(MenuReader::target).orElse(null));
        }
        if (node.find("run").isPresent()) {
            return run(name, node.only("run", "with", "pin", "new-pin", "on", "refused"));
        }
        throw node.wrong("must have one of: menu, ask, list, run");
    }

    private static Screen menu(String name, Node node) {
        var choices = node.find("choices").map(Node::items).orElse(List.of()).stream()
                .map(choice -> choice.only("text", "to"))
                .map(choice -> new Screen.Choice(choice.get("text").text(), target(choice.get("to"))))
                .toList();
        var home = node.find("home").map(Node::flag).orElse(false);
        return new Screen.Menu(name, node, node.get("menu").text(), home, choices);
    }

    private Screen run(String name, Node node) {
        var with = new LinkedHashMap<String, Given>();
        node.find("with").map(Node::fields).orElse(Map.of()).forEach((component, value) -> {
            with.put(component, given(value));
        });
        var on = new LinkedHashMap<String, Branch>();
        problems.each(node.get("on").fields().entrySet(), entry -> on.put(entry.getKey(), branch(entry.getValue())));
        var own = new LinkedHashMap<String, Branch>();
        problems.each(
                node.find("refused").map(Node::fields).orElse(Map.of()).entrySet(),
                entry -> own.put(entry.getKey(), refusal(entry.getKey(), entry.getValue())));
        if (node.find("pin").isPresent() && node.find("new-pin").isPresent()) {
            throw node.wrong("a screen asks for a PIN or for a new one: take out 'pin' or 'new-pin'");
        }
        return new Screen.Run(
                name,
                node,
                node.get("run").text(),
                with,
                node.find("pin").map(Node::text).orElse(null),
                newPin(node),
                on,
                own);
    }

    private static Screen.@Nullable NewPin newPin(Node node) {
        return node.find("new-pin")
                .map(asked -> asked.only("into", "text", "again", "judge"))
                .map(asked -> new Screen.NewPin(
                        asked.get("into").text(),
                        asked.get("text").text(),
                        asked.get("again").text(),
                        asked.find("judge").map(Node::text).orElse(null)))
                .orElse(null);
    }

    private static Given given(Node value) {
        var text = value.text();
        return text.startsWith(CONSTANT)
                ? new Given.Constant(text.substring(CONSTANT.length()))
                : new Given.Slot(text, value);
    }

    private static Branch refusal(String reason, Node node) {
        if (node.isText() && node.text().equals(AGAIN)) {
            return new Branch.Again("refused." + reason, node);
        }
        return branch(node);
    }

    private static Branch branch(Node node) {
        if (node.isText()) {
            return new Branch.Go(null, target(node));
        }
        if (node.fields().keySet().equals(Set.of("end"))) {
            return new Branch.End(node.get("end").text(), node);
        }
        if (node.fields().keySet().equals(Set.of("say", "to"))) {
            return new Branch.Go(node.get("say").text(), target(node.get("to")));
        }
        throw wrongBranch(node);
    }

    private static ConfigurationException wrongBranch(Node node) {
        return node.wrong("write the name of a screen, {end: text} or {say: text, to: screen}");
    }

    private static Target target(Node node) {
        return new Target(node.text(), node);
    }
}
