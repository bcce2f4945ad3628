package org.homeline.conversation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.conversation.Screen.Branch;
import org.homeline.conversation.Screen.Target;
import org.jspecify.annotations.Nullable;

/** All screens of {@code gateway-config/menus}, and what they share. */
public final class Menus {
    static final String FOLDER = "menus";

    private final Target start;
    private final Map<String, Screen> screens;
    private final Map<String, Branch> refused;

    Menus(Target start, Map<String, Screen> screens, Map<String, Branch> refused) {
        this.start = start;
        this.screens = Collections.unmodifiableMap(new LinkedHashMap<>(screens));
        this.refused = Map.copyOf(refused);
    }

    /** @throws org.homeline.configuration.ConfigurationException with everything that is wrong in any of the files */
    public static Menus read(ConfigurationFolder folder) {
        return new MenuReader().read(folder);
    }

    /** How many screens there are. */
    public int size() {
        return screens.size();
    }

    /** Where every conversation begins. */
    Target start() {
        return start;
    }

    Map<String, Screen> screens() {
        return screens;
    }

    /** What operations share, by the reason of a refusal. */
    Map<String, Branch> refused() {
        return refused;
    }

    /** @throws IllegalStateException where a session of an earlier release is at a screen that is no more */
    Screen screen(String name) {
        var screen = screens.get(name);
        if (screen == null) {
            throw new IllegalStateException("no screen is called " + name);
        }
        return screen;
    }

    /** The branch of a refusal; null where nobody wrote one, so that its text ends the conversation. */
    @Nullable
    Branch refusal(Screen.Run run, String reason) {
        var own = run.refused().get(reason);
        return own == null ? refused.get(reason) : own;
    }
}
