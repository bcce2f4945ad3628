package org.homeline.conversation;

import io.micronaut.serde.annotation.Serdeable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeline.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * One person's conversation so far: an immutable value that any node can take on. It never holds a PIN.
 *
 * @param id stays the same where a dropped session is gone on with, so that what was done once is not done twice
 * @param step inputs taken so far; with the id it names what a step does
 * @param language in which the person is spoken to
 * @param home the screen that {@code 00} leads to, once there is one
 * @param path the screens that {@code 0} leads back over; the last is shown now
 * @param running the screen whose operation runs now
 * @param slots what was typed and told
 * @param misses inputs in a row that could not be read
 * @param newPin the keyed code of a new PIN typed once, until it is typed again
 * @param paused whether the person is being asked to go on or start anew
 */
@Serdeable
public record Session(
        UUID id,
        int step,
        Language language,
        @Nullable String home,
        List<Place> path,
        @Nullable String running,
        Slots slots,
        int misses,
        @Nullable String newPin,
        boolean paused) {
    public Session {
        path = List.copyOf(path);
    }

    static Session fresh(UUID id, int step, Language language) {
        return new Session(id, step, language, null, List.of(), null, Slots.EMPTY, 0, null, false);
    }

    /** The same, asking first whether to go on; a new PIN typed halfway is forgotten. */
    public Session pause() {
        return new Session(id, step, language, home, path, null, slots, 0, null, true);
    }

    Session goOn() {
        return new Session(id, step, language, home, path, null, slots, 0, null, false);
    }

    /**
     * Another conversation, which follows from this one and its step, so that whoever starts anew twice starts the same. Not
     * the same id: a crash may have taken back a step of this one whose effect stayed, and then what the step names is used.
     */
    Session anew() {
        var name = (id + " " + step + " anew").getBytes(StandardCharsets.UTF_8);
        return fresh(UUID.nameUUIDFromBytes(name), 0, language);
    }

    Session nextStep() {
        return new Session(id, step + 1, language, home, path, running, slots, misses, newPin, paused);
    }

    Session speaking(Language other) {
        return new Session(id, step, other, home, path, running, slots, misses, newPin, paused);
    }

    Session knowing(Slots other) {
        return new Session(id, step, language, home, path, running, other, misses, newPin, paused);
    }

    Session missed() {
        return new Session(id, step, language, home, path, running, slots, misses + 1, newPin, paused);
    }

    Session typedNewPin(@Nullable String code) {
        return new Session(id, step, language, home, path, running, slots, 0, code, paused);
    }

    Session running(String screen) {
        return new Session(id, step, language, home, path, screen, slots, 0, null, paused);
    }

    /** Asks about the new PIN that was typed once. */
    Session judging(String screen) {
        return new Session(id, step, language, home, path, screen, slots, 0, newPin, paused);
    }

    /** The PIN will do: it is to be typed again. */
    Session judged() {
        return new Session(id, step, language, home, path, null, slots, 0, newPin, paused);
    }

    Session atHome(String screen) {
        return new Session(id, step, language, screen, List.of(new Place(screen, 0)), null, slots, 0, null, false);
    }

    Session on(List<Place> otherPath) {
        return new Session(id, step, language, home, otherPath, null, slots, 0, null, false);
    }

    /** At a screen; where the way led over it before, it is cut off there, so that it never grows for ever. */
    Session goTo(String screen) {
        int before = path.stream().map(Place::screen).toList().indexOf(screen);
        return on(before < 0 ? path : path.subList(0, before)).forwardTo(new Place(screen, 0));
    }

    Session forwardTo(Place place) {
        var longer = new ArrayList<>(path);
        longer.add(place);
        return on(longer);
    }

    Session back() {
        return on(path.subList(0, path.size() - 1));
    }

    Place place() {
        return path.getLast();
    }

    @Override
    public String toString() {
        return "Session[" + id + ", step " + step + ", " + path + ", " + slots + "]";
    }
}
