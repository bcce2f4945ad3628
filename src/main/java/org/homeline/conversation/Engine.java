package org.homeline.conversation;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.homeline.conversation.Screen.Branch;
import org.homeline.conversation.Screen.Given;
import org.homeline.conversation.Screen.Target;
import org.homeline.language.Language;
import org.homeline.language.Texts;
import org.homeline.operation.Outcome;
import org.homeline.operation.Pin;
import org.homeline.operation.Refused;
import org.homeline.signing.Keys;
import org.jspecify.annotations.Nullable;

/**
 * The conversation itself, without a clock, a database or a network: the same session and the same input always give the
 * same step. {@code 0} goes back and {@code 00} home on every screen.
 */
public final class Engine {
    /** Inputs in a row that can't be read before the conversation ends. */
    static final int MOST_MISSES = 3;

    static final String ASK_PIN = "conversation.pin";
    static final String RESUME = "conversation.resume";
    static final String TOO_MANY_MISSES = "conversation.too-many-tries";
    static final String INVALID_CHOICE = "conversation.invalid.choice";
    static final String INVALID_PIN = "conversation.invalid.pin";
    static final String PINS_DIFFER = "conversation.pins-differ";

    private static final String BACK = "0";
    private static final String HOME = "00";
    private static final Pattern PIN = Pattern.compile("[0-9]{4,6}");
    private static final Pattern CHOICE = Pattern.compile("[0-9]{1,3}");

    private final Menus menus;
    private final Texts texts;
    private final Keys keys;
    private final Display display;

    public Engine(Menus menus, Texts texts, Keys keys) {
        this.menus = menus;
        this.texts = texts;
        this.keys = keys;
        this.display = new Display(menus, texts);
    }

    /** A new conversation. */
    public Step begin(UUID id) {
        return enter(Session.fresh(id, 0, Language.ENGLISH), menus.start().screen(), null);
    }

    /** Asks somebody who was cut off whether to go on. */
    public Step.Show offer(Session dropped) {
        var paused = dropped.pause();
        return new Step.Show(paused, display.alone(display.say(paused, RESUME, Map.of())), false, true);
    }

    /** Takes what was typed. */
    public Step type(Session before, String typed) {
        var session = before.nextStep();
        var input = typed.strip();
        if (session.paused()) {
            return resume(before, session, input);
        }
        if (input.equals(BACK) && session.newPin() != null) {
            return show(session.typedNewPin(null), null);
        }
        if (input.equals(BACK) && session.path().size() > 1) {
            return show(session.back(), null);
        }
        var home = session.home();
        if (input.equals(HOME) && home != null) {
            return show(session.atHome(home), null);
        }
        return switch (menus.screen(session.place().screen())) {
            case Screen.Menu menu -> choose(session, menu, input);
            case Screen.Question question -> answer(session, question, input);
            case Screen.Listing list -> pick(session, list, input);
            case Screen.Run run -> pin(session, run, input);
        };
    }

    /** Takes the outcome of the operation that the session asked to run. */
    public Step take(Session session, Outcome outcome) {
        var running = session.running();
        if (running == null || !(menus.screen(running) instanceof Screen.Run run)) {
            throw new IllegalStateException("no operation runs in " + session);
        }
        if (session.newPin() != null
                && !(outcome instanceof Refused)
                && !run.on().containsKey(outcome.getClass().getSimpleName())) {
            return show(session.judged(), null);
        }
        return outcome instanceof Refused refused ? refused(session, run, refused) : branch(session, run, outcome);
    }

    private Step resume(Session before, Session session, String input) {
        return switch (input) {
            // The step is the one that was cut off: what it did, if it did it, it must not do again.
            case "1" -> show(before.goOn(), null);
            case "2" -> enter(before.anew(), menus.start().screen(), null);
            default -> {
                if (session.misses() + 1 >= MOST_MISSES) {
                    yield end(session, TOO_MANY_MISSES, Map.of());
                }
                var asked = display.say(before, RESUME, Map.of());
                yield new Step.Show(before.missed(), display.alone(asked), false, true);
            }
        };
    }

    private Step choose(Session session, Screen.Menu menu, String input) {
        int chosen = number(input);
        if (chosen < 1 || chosen > menu.choices().size()) {
            return miss(session, INVALID_CHOICE);
        }
        return enter(session, menu.choices().get(chosen - 1).to().screen(), null);
    }

    private Step answer(Session session, Screen.Question question, String input) {
        if (question.as() == SlotType.LANGUAGE) {
            int chosen = number(input);
            if (chosen < 1 || chosen > texts.languages().size()) {
                return miss(session, question.as().reason());
            }
            var language = texts.languages().get(chosen - 1);
            return enter(
                    session.speaking(language).knowing(session.slots().type(question.slot(), language)),
                    question.to().screen(),
                    null);
        }
        var value = question.as().read(input);
        return value.isEmpty()
                ? miss(session, question.as().reason())
                : enter(
                        session.knowing(session.slots().type(question.slot(), value.get())),
                        question.to().screen(),
                        null);
    }

    private Step pick(Session session, Screen.Listing list, String input) {
        var next = display.nextPage(session, list);
        if (input.equals(Display.MORE) && next > 0) {
            return show(session.forwardTo(new Place(list.name(), next)), null);
        }
        var rows = session.slots().rows(list.name());
        int chosen = number(input);
        var to = list.to();
        if (to == null || chosen < 1 || chosen > rows.size()) {
            return miss(session, INVALID_CHOICE);
        }
        return enter(session.knowing(session.slots().pick(rows.get(chosen - 1))), to.screen(), null);
    }

    private Step pin(Session session, Screen.Run run, String input) {
        if (!PIN.matcher(input).matches()) {
            return miss(session, INVALID_PIN);
        }
        var newPin = run.newPin();
        if (newPin == null) {
            return run(session, run, null, new Pin(input));
        }
        var first = session.newPin();
        if (first == null) {
            var typed = session.typedNewPin(code(session, input));
            var judge = newPin.judge();
            return judge == null
                    ? show(typed, null)
                    : new Step.Run(
                            typed.judging(run.name()), judge, Map.of(Screen.NewPin.JUDGED, new Pin(input)), null);
        }
        return first.equals(code(session, input))
                ? run(session, run, new Pin(input), null)
                : miss(session.typedNewPin(null), PINS_DIFFER);
    }

    private Step miss(Session session, String reason) {
        var missed = session.missed();
        return missed.misses() >= MOST_MISSES
                ? end(missed, TOO_MANY_MISSES, Map.of())
                : show(missed, display.say(missed, reason, Map.of()));
    }

    private Step enter(Session session, String target, @Nullable String notice) {
        var home = session.home();
        if (target.equals(Target.HOME)) {
            return home == null ? enter(session, menus.start().screen(), notice) : show(session.atHome(home), notice);
        }
        return switch (menus.screen(target)) {
            case Screen.Menu menu
            when menu.home() && (home == null || home.equals(target)) -> show(session.atHome(target), notice);
            case Screen.Run run when !run.asks() -> run(session, run, null, null);
            case Screen screen -> show(session.goTo(screen.name()), notice);
        };
    }

    private Step run(Session session, Screen.Run run, @Nullable Pin newPin, @Nullable Pin pin) {
        var given = new HashMap<String, Object>();
        run.with().forEach((component, source) -> {
            var value = switch (source) {
                case Given.Slot slot -> session.slots().input(slot.name());
                case Given.Constant constant -> constant.text();
            };
            if (value != null) {
                given.put(component, value);
            }
        });
        if (newPin != null && run.newPin() != null) {
            given.put(run.newPin().component(), newPin);
        }
        return new Step.Run(session.running(run.name()), run.operation(), given, pin);
    }

    private Step refused(Session session, Screen.Run run, Refused refused) {
        var branch = menus.refusal(run, refused.reason());
        if (branch == null) {
            return refused.reason().equals(Refused.PIN_NEEDED)
                    ? askPin(session, run, null)
                    : end(session, "refused." + refused.reason(), refused.values());
        }
        return follow(session, run, branch, refused.values());
    }

    private Step branch(Session session, Screen.Run run, Outcome outcome) {
        var name = outcome.getClass().getSimpleName();
        var branch = run.on().get(name);
        if (branch == null) {
            throw new IllegalStateException(
                    "%s has no branch for %s of %s".formatted(run.name(), name, run.operation()));
        }
        var components = Components.of(outcome);
        var told = session.knowing(session.slots().tell(components));
        if (branch instanceof Branch.Go go
                && !go.to().screen().equals(Target.HOME)
                && menus.screen(go.to().screen()) instanceof Screen.Listing list
                && components.get(list.component()) instanceof List<?> rows) {
            told = told.knowing(told.slots()
                    .list(list.name(), rows.stream().map(Components::of).toList()));
        }
        if (components.get("language") instanceof Language language) {
            told = told.speaking(language);
        }
        return follow(passed(told, run), run, branch, components);
    }

    private Step follow(Session session, Screen.Run run, Branch branch, Map<String, Object> values) {
        return switch (branch) {
            case Branch.End end -> end(session, end.text(), values);
            case Branch.Again again -> askPin(session, run, display.say(session, again.say(), values));
            case Branch.Go go -> {
                var say = go.say();
                yield enter(
                        passed(session, run), go.to().screen(), say == null ? null : display.say(session, say, values));
            }
        };
    }

    /** Nobody goes back to a PIN that has done its work. */
    private static Session passed(Session session, Screen.Run run) {
        var path = session.path();
        return !path.isEmpty() && path.getLast().screen().equals(run.name())
                ? session.on(path.subList(0, path.size() - 1))
                : session;
    }

    private Step askPin(Session session, Screen.Run run, @Nullable String notice) {
        return show(passed(session, run).goTo(run.name()), notice);
    }

    private Step show(Session session, @Nullable String notice) {
        return new Step.Show(session, display.show(session, notice), false, isUnderWay(session));
    }

    private Step end(Session session, String text, Map<String, Object> values) {
        return new Step.Show(session, display.alone(display.say(session, text, values)), true, false);
    }

    /**
     * Whether something was being entered; what is only read is soon found again. Never where a new PIN is asked for that an
     * operation has permitted: the permit is for whoever holds the phone now, not for whoever dials next.
     */
    private boolean isUnderWay(Session session) {
        var screens = session.path().stream()
                .map(place -> menus.screen(place.screen()))
                .toList();
        return screens.stream().anyMatch(Screen.Question.class::isInstance)
                && screens.stream().noneMatch(screen -> isPermitted(session, screen));
    }

    private static boolean isPermitted(Session session, Screen screen) {
        return screen instanceof Screen.Run run
                && run.newPin() != null
                && run.with().values().stream()
                        .anyMatch(given -> given instanceof Given.Slot slot
                                && !session.slots().isTyped(slot.name()));
    }

    private String code(Session session, String pin) {
        var code = keys.code(
                Keys.Use.STEP,
                session.id().toString().getBytes(StandardCharsets.UTF_8),
                pin.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(code);
    }

    private static int number(String input) {
        return CHOICE.matcher(input).matches() ? Integer.parseInt(input) : -1;
    }
}
