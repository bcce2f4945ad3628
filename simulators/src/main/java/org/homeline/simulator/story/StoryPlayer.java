package org.homeline.simulator.story;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeline.simulator.phone.Browser;
import org.homeline.simulator.phone.Carrier;
import org.homeline.simulator.phone.Phone;
import org.homeline.simulator.phone.Screen;

/**
 * Plays a story against a world: does what its lines say, waits until every message is out, and compares all that came,
 * screen by screen and message by message. Nothing may come that the story does not tell. For one story; close it.
 */
public final class StoryPlayer implements AutoCloseable {
    private final World world;
    private final Spectator spectator;
    private final Carrier carrier;
    private final Map<String, Phone> phones = new LinkedHashMap<>();
    private final Map<String, Browser> browsers = new HashMap<>();
    private final Blanks blanks = new Blanks();
    /** How deep in the stories that happened before. */
    private int background;

    public StoryPlayer(World world, Spectator spectator) {
        this.world = world;
        this.spectator = spectator;
        this.carrier = new Carrier(world.ussd(), world.twilio());
    }

    /** What came of a deed. */
    private record Came(List<String> screen, boolean ends) {
        static final Came NOTHING = new Came(List.of(), false);

        static Came of(String text) {
            return new Came(text.lines().map(String::stripTrailing).toList(), false);
        }

        static Came of(Screen screen) {
            return new Came(of(screen.text()).screen, screen.ends());
        }
    }

    /** Plays it to its end, whatever comes. */
    public Played play(Story story) {
        var entries = new ArrayList<Entry>();
        var differences = new ArrayList<String>();
        var all = story.entries();
        for (int i = 0; i < all.size(); ) {
            int next = i + 1;
            while (next < all.size() && all.get(next).deed() instanceof Deed.Gets) {
                next++;
            }
            play(story, all.get(i), all.subList(i + 1, next), entries, differences);
            i = next;
        }
        return new Played(differences, new Story(story.name(), entries));
    }

    /**
     * Plays a line.
     *
     * @param expected the messages that it tells of
     * @param entries gets what came, as a story tells it
     */
    private void play(Story story, Entry entry, List<Entry> expected, List<Entry> entries, List<String> differences) {
        if (entry.deed() instanceof Deed.Nothing || entry.deed() instanceof Deed.Title) {
            entries.add(entry);
            entries.addAll(expected);
            return;
        }
        if (entry.deed() instanceof Deed.After after) {
            background++;
            differences.addAll(play(Story.named(after.story())).differences());
            background--;
            blanks.leave(after.story());
            entries.add(entry);
            return;
        }
        var place = story.name() + Story.ENDING + ":" + entry.number();
        var line = fill(place, entry.line());
        world.tick();
        var came = perform(Deed.parse(line));
        var messages = messages();
        var got = messages.stream()
                .map(message -> Entry.gets(message.who(), message.body().lines().toList()))
                .toList();
        if (background == 0 && !(entry.deed() instanceof Deed.Person)) {
            spectator.moment(new Moment(who(entry.deed()), line, came.screen, came.ends, messages));
        }
        var wanted = written(entry, expected);
        if (blanks.match(wanted, written(entry.with(came.screen, came.ends), got))) {
            entries.add(entry);
            entries.addAll(expected);
            return;
        }
        var shown = hidden(entry.with(came.screen, came.ends));
        var told = got.stream().map(this::hidden).toList();
        differences.add(Difference.of(place, entry.line(), wanted, written(shown, told)));
        entries.add(shown);
        entries.addAll(told);
    }

    private static List<String> written(Entry entry, List<Entry> messages) {
        var lines = new ArrayList<>(entry.below());
        messages.forEach(message -> lines.addAll(message.written()));
        return lines;
    }

    private Entry hidden(Entry entry) {
        return entry.with(entry.shown().stream().map(blanks::hide).toList(), entry.ends());
    }

    private String fill(String place, String line) {
        try {
            return blanks.fill(line);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(place + ": " + line + ": " + unknown.getMessage(), unknown);
        }
    }

    private Came perform(Deed deed) {
        return switch (deed) {
            case Deed.Person(var name, var number) -> enter(name, number);
            case Deed.Operator(var who, var command) ->
                Came.of(world.operator(who, command).text());
            case Deed.Bank(var partner, var typed) -> Came.of(world.bank(partner, typed));
            case Deed.Clock(var by) -> {
                world.advance(by);
                yield Came.NOTHING;
            }
            case Deed.Dials(var who, var code) -> Came.of(phone(who).dial(code));
            case Deed.Types(var who, var input) -> type(phone(who), input);
            case Deed.HangsUp(var who) -> {
                phone(who).hangUp();
                yield Came.NOTHING;
            }
            case Deed.Texts(var who, var body) -> text(phone(who), body);
            case Deed.Opens(var who, var link) -> Came.of(browser(who).open(world.route(URI.create(link))));
            case Deed.Sends(var who, var values) -> Came.of(browser(who).send(values));
            case Deed.Keys(var who, var terminal, var pin, var typed) ->
                Came.of(world.terminal(phone(who).number(), terminal, List.of(typed, pin)));
            case Deed.Gets _, Deed.Nothing _, Deed.Title _, Deed.After _ -> Came.NOTHING;
        };
    }

    private Came enter(String name, String number) {
        phones.put(name, new Phone(number, carrier));
        blanks.person(name, number);
        spectator.person(name, number);
        return Came.NOTHING;
    }

    private static Came type(Phone phone, String input) {
        return phone.isInSession() ? Came.of(phone.type(input)) : Came.of("(not in a session)");
    }

    private static Came text(Phone phone, String body) {
        try {
            int status = phone.text(body);
            return status == 200 ? Came.NOTHING : Came.of("(the server answered " + status + ")");
        } catch (UncheckedIOException silent) {
            return Came.of("(no Twilio)");
        }
    }

    /** What has come for whom, in the order in which they entered. */
    private List<Moment.Received> messages() {
        world.settle();
        var messages = new ArrayList<Moment.Received>();
        phones.forEach((name, phone) -> phone.receive(Duration.ZERO)
                .forEach(message -> messages.add(new Moment.Received(name, message.body()))));
        return messages;
    }

    private Browser browser(String name) {
        phone(name);
        return browsers.computeIfAbsent(name, who -> new Browser());
    }

    private Phone phone(String name) {
        var phone = phones.get(name);
        if (phone == null) {
            throw new IllegalArgumentException(
                    "nobody is called " + name + ": write a line 'person " + name + " +...'");
        }
        return phone;
    }

    /** Empty where it is nobody with a phone. */
    static String who(Deed deed) {
        return switch (deed) {
            case Deed.Dials(var who, var _) -> who;
            case Deed.Types(var who, var _) -> who;
            case Deed.HangsUp(var who) -> who;
            case Deed.Texts(var who, var _) -> who;
            case Deed.Opens(var who, var _) -> who;
            case Deed.Sends(var who, var _) -> who;
            case Deed.Keys(var who, var _, var _, var _) -> who;
            case Deed.Gets(var who) -> who;
            case Deed.Person _,
                    Deed.Operator _,
                    Deed.Bank _,
                    Deed.Clock _,
                    Deed.Nothing _,
                    Deed.Title _,
                    Deed.After _ -> "";
        };
    }

    @Override
    public void close() {
        browsers.values().forEach(Browser::close);
        carrier.close();
    }
}
