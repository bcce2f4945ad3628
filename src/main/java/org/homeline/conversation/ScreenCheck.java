package org.homeline.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.homeline.configuration.Node;
import org.homeline.configuration.Problems;
import org.homeline.language.Language;
import org.homeline.language.Texts;
import org.homeline.phone.Gsm;

/** Whether texts exist, have their values and fit a screen in every language, drawn by the same hand as for a phone. */
final class ScreenCheck {
    private static final UUID NOBODY = new UUID(0, 0);

    private final Texts texts;
    private final Display display;
    private final Problems problems;

    ScreenCheck(Menus menus, Texts texts, Problems problems) {
        this.texts = texts;
        this.display = new Display(menus, texts);
        this.problems = problems;
    }

    /** Whether the texts exist and ask for no more than is known. */
    boolean usable(Node source, Known known, List<String> keys) {
        boolean usable = true;
        for (var key : keys) {
            if (!texts.has(key)) {
                problems.add(
                        source.problem("there is no text '" + key + "': write it in texts/en.yaml and the others"));
                usable = false;
                continue;
            }
            var missing = new TreeSet<>(texts.values(key));
            missing.removeAll(known.names());
            if (!missing.isEmpty()) {
                problems.add(source.problem("the text '%s' asks for %s, which is not known here; known are %s"
                        .formatted(key, missing, new TreeSet<>(known.names()))));
                usable = false;
            }
        }
        return usable;
    }

    /** The texts that the screen itself shows. */
    static List<String> keys(Screen screen) {
        return switch (screen) {
            case Screen.Menu menu -> {
                var keys = new ArrayList<>(List.of(menu.text()));
                menu.choices().forEach(choice -> keys.add(choice.text()));
                yield keys;
            }
            case Screen.Question question -> List.of(question.text());
            case Screen.Listing list -> List.of(list.text());
            case Screen.Run run -> {
                var newPin = run.newPin();
                yield newPin != null
                        ? List.of(newPin.text(), newPin.again())
                        : List.of(run.pin() == null ? Engine.ASK_PIN : run.pin());
            }
        };
    }

    /** A text that stands alone. */
    void alone(String key, Known known) {
        fit(key, known, List.of(key), session -> display.say(session, key, Map.of()));
    }

    void screen(Screen screen, Known known) {
        var keys = keys(screen);
        fit(keys.getFirst(), known, keys, session -> display.body(at(session, screen)));
        if (screen instanceof Screen.Run run && run.newPin() != null) {
            fit(
                    keys.getLast(),
                    known,
                    keys,
                    session -> display.body(at(session, screen).typedNewPin("typed")));
        }
    }

    /** A line that says what happened, above a screen. */
    void notice(String notice, Screen screen, Known known) {
        var keys = new ArrayList<>(keys(screen));
        keys.add(notice);
        fit(notice, known, keys, session -> {
            var line = display.say(session, notice, Map.of());
            return line + "\n" + display.body(at(session, screen));
        });
    }

    /** A list's title and longest row, with the lines that lead on and back. */
    void list(Screen.Listing list, Known known, Known row) {
        for (var language : texts.languages()) {
            var footer = texts.say(language, "conversation.back", Map.of()) + " "
                    + texts.say(language, "conversation.home", Map.of());
            for (var title : samples(known, language, List.of(list.text()))) {
                for (var values : samples(row, language, List.of(list.row()))) {
                    var session = session(language, title).goTo(list.name());
                    var filled = session.slots().list(list.name(), List.of(values, values));
                    report(list.row(), language, display.body(session.knowing(filled)) + "\n" + footer);
                }
            }
        }
    }

    private static Session session(Language language, Map<String, Object> values) {
        return Session.fresh(NOBODY, 0, language).knowing(Slots.EMPTY.tell(values));
    }

    private static Session at(Session session, Screen screen) {
        return session.goTo(screen.name());
    }

    private void fit(String blamed, Known known, List<String> keys, Function<Session, String> draw) {
        for (var language : texts.languages()) {
            for (var values : samples(known, language, keys)) {
                report(blamed, language, draw.apply(session(language, values)));
            }
        }
    }

    private void report(String blamed, Language language, String drawn) {
        int septets = Gsm.septets(drawn);
        if (septets < 0 || septets > Gsm.SCREEN_SEPTETS) {
            problems.add(texts.source(language, blamed)
                    .problem("takes %d of the %d characters of a screen: shorten it; at its longest it is\n%s"
                            .formatted(septets, Gsm.SCREEN_SEPTETS, drawn)));
        }
    }

    private List<Map<String, Object>> samples(Known known, Language language, List<String> keys) {
        var types = new HashMap<String, Set<Class<?>>>();
        known.names().forEach(name -> types.put(name, known.textTypes(name)));
        return Samples.of(Samples.asked(types, texts, keys), texts, language, keys);
    }
}
