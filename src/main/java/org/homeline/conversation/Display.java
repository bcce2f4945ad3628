package org.homeline.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeline.language.Language;
import org.homeline.language.Texts;
import org.homeline.phone.Gsm;
import org.jspecify.annotations.Nullable;

/**
 * Puts a screen into the 182 septets that a phone shows. The way back and the way home are written below it where there
 * is room; they work everywhere.
 */
final class Display {
    /** Septets of a name or another text that somebody wrote, as a screen shows it; the rest is cut. */
    static final int LONGEST_WORDS = 20;
    /** What is typed to see more of a list. */
    static final String MORE = "98";

    private static final Map<String, Object> NO_VALUES = Map.of();

    private final Menus menus;
    private final Texts texts;

    Display(Menus menus, Texts texts) {
        this.menus = menus;
        this.texts = texts;
    }

    /** A line of its own in the session's language. */
    String say(Session session, String key, Map<String, Object> more) {
        var values = session.slots().values();
        values.putAll(more);
        return clean(texts.say(session.language(), key, shortened(values)));
    }

    /** The screen that the session is at, below a notice if there is one. */
    String show(Session session, @Nullable String notice) {
        var body = body(session);
        if (notice != null && septets(notice) + 1 + septets(body) <= Gsm.SCREEN_SEPTETS) {
            body = notice + "\n" + body;
        }
        var language = session.language();
        var back = session.path().size() > 1 ? line(language, "conversation.back") : "";
        var home = session.home() != null && session.path().size() > 1 ? line(language, "conversation.home") : "";
        for (var footer : List.of((back + " " + home).strip(), back)) {
            if (!footer.isEmpty() && septets(body) + 1 + septets(footer) <= Gsm.SCREEN_SEPTETS) {
                return body + "\n" + footer;
            }
        }
        return cut(body, Gsm.SCREEN_SEPTETS);
    }

    /** A last screen or a question of the engine's own. */
    String alone(String text) {
        return cut(text, Gsm.SCREEN_SEPTETS);
    }

    /** The first row of the page after the one shown; 0 where that is the last. */
    int nextPage(Session session, Screen.Listing list) {
        return page(session, list).next();
    }

    /** Without notice and footer, whether it fits or not. */
    String body(Session session) {
        return switch (menus.screen(session.place().screen())) {
            case Screen.Menu menu -> menu(session, menu);
            case Screen.Question question -> question(session, question);
            case Screen.Listing list -> page(session, list).text();
            case Screen.Run run -> pinQuestion(session, run);
        };
    }

    private String menu(Session session, Screen.Menu menu) {
        var lines = new ArrayList<String>();
        lines.add(say(session, menu.text(), NO_VALUES));
        for (var choice : menu.choices()) {
            lines.add(lines.size() + " " + say(session, choice.text(), NO_VALUES));
        }
        return String.join("\n", lines);
    }

    private String question(Session session, Screen.Question question) {
        var asked = say(session, question.text(), NO_VALUES);
        if (question.as() != SlotType.LANGUAGE) {
            return asked;
        }
        var lines = new ArrayList<String>();
        lines.add(asked);
        for (var language : texts.languages()) {
            lines.add(lines.size() + " " + line(language, "conversation.language-name"));
        }
        return String.join("\n", lines);
    }

    private String pinQuestion(Session session, Screen.Run run) {
        var newPin = run.newPin();
        if (newPin != null) {
            return say(session, session.newPin() == null ? newPin.text() : newPin.again(), NO_VALUES);
        }
        var pin = run.pin();
        return say(session, pin == null ? Engine.ASK_PIN : pin, NO_VALUES);
    }

    private record Page(String text, int next) {}

    /** As many rows as fit above the line that leads on and the one that leads back. */
    private Page page(Session session, Screen.Listing list) {
        var rows = session.slots().rows(list.name());
        var language = session.language();
        var footer = "\n" + line(language, "conversation.back") + " " + line(language, "conversation.home");
        var more = "\n" + line(language, "conversation.more");
        int room = Gsm.SCREEN_SEPTETS - septets(footer);
        var text = new StringBuilder(say(session, list.text(), NO_VALUES));
        int from = session.place().from();
        for (int i = from; i < rows.size(); i++) {
            var row = "\n" + (i + 1) + " " + row(language, list, rows.get(i));
            boolean last = i == rows.size() - 1;
            if (i > from && septets(text) + septets(row) + (last ? 0 : septets(more)) > room) {
                return new Page(text.append(more).toString(), i);
            }
            text.append(row);
        }
        return new Page(text.toString(), 0);
    }

    private String row(Language language, Screen.Listing list, Map<String, String> row) {
        var values = new HashMap<String, Object>();
        row.forEach((name, written) -> values.put(name, Value.read(written)));
        return clean(texts.say(language, list.row(), shortened(values)));
    }

    private String line(Language language, String key) {
        return texts.say(language, key, NO_VALUES);
    }

    private static Map<String, Object> shortened(Map<String, Object> values) {
        values.replaceAll(
                (name, value) -> value instanceof String words ? cut(clean(Gsm.fold(words)), LONGEST_WORDS) : value);
        return values;
    }

    /** What the phone's alphabet has no sign for, nor a likeness, becomes a question mark: else half the room is lost. */
    private static String clean(String text) {
        if (Gsm.encodes(text)) {
            return text;
        }
        var clean = new StringBuilder();
        text.codePoints().mapToObj(Character::toString).forEach(sign -> clean.append(Gsm.encodes(sign) ? sign : "?"));
        return clean.toString();
    }

    private static String cut(String text, int most) {
        int used = 0;
        for (int i = 0; i < text.length(); i++) {
            used += septets(text.substring(i, i + 1));
            if (used > most) {
                return text.substring(0, i);
            }
        }
        return text;
    }

    private static int septets(CharSequence text) {
        return Math.abs(Gsm.septets(text.toString()));
    }
}
