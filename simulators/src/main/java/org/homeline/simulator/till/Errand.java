package org.homeline.simulator.till;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Optional;
import java.util.Queue;

/** A command at the till on its way through the screens: what it brought along is said where it is asked for, each once. */
final class Errand {
    /** Where a dialogue that was cut off is offered: what was left from it is not taken up. */
    private static final String ANEW = "2";

    private final String choice;
    private final Queue<String> brought;
    private boolean begun;
    private String answered = "";

    /**
     * @param choice its number in the agent's menu
     * @param brought what answers the questions that follow, in order
     */
    Errand(String choice, Collection<String> brought) {
        this.choice = choice;
        this.brought = new ArrayDeque<>(brought);
    }

    /** Whether the agent's menu came and it was chosen there. */
    boolean isBegun() {
        return begun;
    }

    /** Empty where it has no answer; a question that comes again did not like the one that it got. */
    Optional<String> answer(Sight sight) {
        if (!begun && sight.isOffer()) {
            return Optional.of(ANEW);
        }
        if (!begun && sight.isAgents()) {
            begun = true;
            return Optional.of(choice);
        }
        if (!begun || brought.isEmpty() || !sight.isQuestion() || sight.isMenu() || sight.asksForPin()) {
            return Optional.empty();
        }
        if (sight.question().equals(answered)) {
            return Optional.empty();
        }
        answered = sight.question();
        return Optional.of(brought.remove());
    }
}
