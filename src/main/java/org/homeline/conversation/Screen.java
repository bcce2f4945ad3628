package org.homeline.conversation;

import java.util.List;
import java.util.Map;
import org.homeline.configuration.Node;
import org.jspecify.annotations.Nullable;

/** A screen as the menus describe it. Texts are keys; screens are names; each part knows where it stands in its file. */
sealed interface Screen {
    String name();

    Node source();

    /**
     * Numbered choices; without any, something to read.
     *
     * @param home whether the first of these that is reached is where {@code 00} leads
     */
    record Menu(String name, Node source, String text, boolean home, List<Choice> choices) implements Screen {}

    record Choice(String text, Target to) {}

    /** Asks for one slot. */
    record Question(String name, Node source, String text, String slot, SlotType as, Target to) implements Screen {}

    /**
     * Rows of an outcome's list, in pages.
     *
     * @param component the outcome's component that is the list
     * @param row the text of a row, of the row's own components
     * @param to where choosing a row leads; null where there is nothing to choose
     */
    record Listing(
            String name,
            Node source,
            String text,
            String component,
            String row,
            @Nullable Target to) implements Screen {}

    /**
     * Runs an operation and takes the branch of its outcome.
     *
     * @param with what fills the operation's input, by component
     * @param pin the text that asks for the PIN; null where it is only asked once the operation wants it
     * @param newPin how a PIN that is being set is asked for
     * @param on by the simple name of the outcome
     * @param refused by reason, where this operation answers otherwise than all do
     */
    record Run(
            String name,
            Node source,
            String operation,
            Map<String, Given> with,
            @Nullable String pin,
            @Nullable NewPin newPin,
            Map<String, Branch> on,
            Map<String, Branch> refused)
            implements Screen {
        /** Whether a person types something here before it runs. */
        boolean asks() {
            return pin != null || newPin != null;
        }
    }

    /**
     * A PIN to be set, typed twice.
     *
     * @param judge the operation that is asked about it once it is typed, with its only input {@link #JUDGED}: an outcome that
     *     has a branch is taken, with any other the PIN is typed again; null where nobody is asked
     */
    record NewPin(
            String component,
            String text,
            String again,
            @Nullable String judge) {
        static final String JUDGED = "pin";
    }

    /** The name of a screen, where it was written. */
    record Target(String screen, Node source) {
        /** The session's own home, whichever that is. */
        static final String HOME = "home";
    }

    /** What fills a component of an input. */
    sealed interface Given {
        record Slot(String name, Node source) implements Given {}

        /** Written in the menu itself. */
        record Constant(String text) implements Given {}
    }

    /** What follows from an outcome. */
    sealed interface Branch {
        /** A last screen. */
        record End(String text, Node source) implements Branch {}

        /** Another screen, below a line that says what happened. */
        record Go(@Nullable String say, Target to) implements Branch {}

        /** Asks for the PIN again, below a line that says why. */
        record Again(String say, Node source) implements Branch {}
    }
}
